import { hash } from "node:crypto";
import type { RevisionCause } from "@muejam/contracts/revision";
import { canonicalJson } from "@muejam/prose/canonical-json";
import { type Document, docVersion } from "@muejam/prose/document";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { timedId } from "../../kernel/ids.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { thinned } from "./draft.points.policy.ts";
import * as repo from "./draft.points.repo.ts";
import { lock } from "./draft.repo.ts";

/** A draft at one of its versions. */
export type Manuscript = {
  title: string;
  noteBefore: string;
  noteAfter: string;
  document: Document;
  version: number;
  words: number;
  updatedAt: Date;
  updatedBy: string | null;
};
type Reason = { cause: RevisionCause; name?: string; edition?: number };

/** Needs the draft's lock. */
export async function keepPoint(
  tx: Tx,
  chapterId: string,
  { document, updatedAt, updatedBy, ...manuscript }: Manuscript,
  { cause, name, edition }: Reason,
): Promise<string> {
  const blocks = document.content.map((content) => ({ hash: hashOf(content), content }));
  const hashes = blocks.map((block) => block.hash);
  const known = await repo.listKnown(tx.db, chapterId, [...new Set(hashes)]);
  const unknown = blocks.filter((block) => !known.has(block.hash));
  if (unknown.length > 0) await repo.insertBlocks(tx.db, chapterId, unknown);
  return repo.upsert(tx.db, {
    ...manuscript,
    id: timedId(tx.now),
    chapterId,
    cause,
    name: name ?? null,
    editionNumber: edition ?? null,
    docVersion,
    blocks: hashes,
    savedBy: updatedBy,
    at: updatedAt,
  });
}

/** The edition's own words, for ever. */
export const keepPublished = (tx: Tx, chapterId: string, manuscript: Manuscript, edition: number): Promise<string> =>
  keepPoint(tx, chapterId, manuscript, { cause: "published", edition });

const day = 24 * 60 * 60_000;
const chaptersAtOnce = 200;

export async function thinPoints(ctx: Ctx<System>): Promise<void> {
  const before = new Date(ctx.now().getTime() - day);
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const chapters = await repo.listThinnable(ctx.db, { after, before, take: chaptersAtOnce });
    for (const chapterId of chapters) await thinChapter({ ...ctx, once: null }, chapterId);
    const last = chapters.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

const thinChapter = (ctx: Ctx, chapterId: string): Promise<null> =>
  transact(ctx, async (tx) => {
    await lock(tx.db, chapterId);
    const gone = thinned(await repo.listOwn(tx.db, chapterId), tx.now);
    if (gone.length === 0) return null;
    await repo.remove(tx.db, gone);
    await repo.removeLoose(tx.db, chapterId);
    return null;
  });

const hashOf = (block: unknown): string => hash("sha256", canonicalJson(block), "base64url").slice(0, 22);
