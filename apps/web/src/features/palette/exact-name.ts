import { refIn, slugOf } from "@muejam/contracts/address";

/** What the typed words may be the exact name of: each is looked up, and shown if it is there. */
export type ExactName = { ref?: string; handle?: string; slug?: string };

export function exactNameIn(typed: string): ExactName {
  const text = typed.trim();
  const path = pathIn(text);
  const [, place = "", segment = ""] = /^\/(@|s\/|tags\/)?([^/?#]*)/.exec(path ?? "") ?? [];
  if (place === "s/") return withRef(segment);
  if (place === "tags/") return { slug: slugOf(segment) };
  if (place === "@") return withHandle(segment);
  if (path !== null || text === "") return {};
  if (text.startsWith("@")) return withHandle(text.slice(1));
  const slug = slugOf(text.replace(/^#/, ""));
  const tag = slug === "" ? {} : { slug };
  return text.startsWith("#") ? tag : { ...withRef(text), ...withHandle(text), ...tag };
}

/** Of an address as it stands in the bar or in a mail, none of ours if it cannot be read; null for words. */
function pathIn(text: string): string | null {
  const [, path] = /^(?:https?:\/\/[^/\s]+)?(\/\S*)$/.exec(text) ?? [];
  try {
    return path === undefined ? null : decodeURI(path);
  } catch {
    return "/";
  }
}

const withRef = (segment: string): ExactName => {
  const ref = refIn(segment);
  return ref === null ? {} : { ref };
};
const withHandle = (text: string): ExactName => (/^[a-z0-9_]{3,30}$/i.test(text) ? { handle: text } : {});
