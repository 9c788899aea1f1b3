import type { Draft } from "@muejam/contracts/draft";
import { docVersion } from "@muejam/prose/document";
import { sanitise } from "@muejam/prose/sanitise";
import { upgrade } from "@muejam/prose/upgrade";
import type { Journal, Writing } from "./journal.ts";
import { NewerText } from "./newer-text.ts";

/** A draft in the version that this page writes. */
export const readable = (draft: Draft): Draft => ({ ...draft, document: raised(draft.document) });

/** What an older page left on this device. Its words climb to this page's version; the server takes them from there. */
export function readableJournal(journal: Journal): Journal {
  const raise = (writing: Writing): Writing => {
    const document = raised(writing.document);
    return document === writing.document ? writing : { ...writing, document };
  };
  const { base, sent, local } = journal;
  return { ...journal, base: raise(base), sent: sent && raise(sent), local: raise(local) };
}

function raised<T extends object>(document: T): T {
  const read = upgrade(document);
  if (!read.ok) throw new NewerText(read.message);
  if (read.from === docVersion) return document;
  // safe: a document stays a document on its way up.
  return sanitise(read.document) as T;
}
