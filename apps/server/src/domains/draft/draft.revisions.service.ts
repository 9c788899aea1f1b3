import type { Draft } from "@muejam/contracts/draft";
import type {
  ByRevision,
  CompareInput,
  Comparison,
  KeepInput,
  Kept,
  Manuscript,
  RestoreInput,
  Revision,
  RevisionPage,
  RevisionsInput,
} from "@muejam/contracts/revision";
import { compare as compareDocuments, compareWords } from "@muejam/prose/compare";
import type { Document } from "@muejam/prose/document";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import { writable } from "../story/story.rights.service.ts";
import { tellDesks } from "./draft.desks.service.ts";
import { keepPoint } from "./draft.points.service.ts";
import { documentIn } from "./draft.policy.ts";
import * as repo from "./draft.revisions.repo.ts";
import * as draft from "./draft.service.ts";

export async function list(ctx: Ctx<Holder>, { chapterId, cursor, limit }: RevisionsInput): Promise<RevisionPage> {
  await writable(ctx, ctx.db, chapterId, "read");
  const page = await readPage(
    { keys: ctx.keys, list: `draft.revisions:${chapterId}`, cursor, limit },
    (after, take) => repo.list(ctx.db, { chapterId, after, take }),
    ({ at, id }) => ({ at: at.toISOString(), id }),
  );
  return { ...page, items: page.items.map(toRevision) };
}

/** A save point as it was, to be read. */
export async function read(ctx: Ctx<Holder>, { chapterId, revisionId }: ByRevision): Promise<Manuscript> {
  await writable(ctx, ctx.db, chapterId, "read");
  return orRefuse((await readWhole(ctx.db, chapterId, [revisionId])).get(revisionId));
}

/** What was written between two save points, or since one. */
export async function compare(ctx: Ctx<Holder>, { chapterId, from, to }: CompareInput): Promise<Comparison> {
  await writable(ctx, ctx.db, chapterId, "read");
  const found = await readWhole(ctx.db, chapterId, to === null ? [from] : [from, to]);
  const before = orRefuse(found.get(from));
  const after = to === null ? await draft.get(ctx, { chapterId }) : orRefuse(found.get(to));
  return {
    words: { before: before.words, after: after.words },
    title: compareWords(before.title, after.title),
    noteBefore: compareWords(before.noteBefore, after.noteBefore),
    noteAfter: compareWords(before.noteAfter, after.noteAfter),
    blocks: compareDocuments(before.document, documentIn(after.document)),
  };
}

/** A save point that somebody asks for, and perhaps names; it is never thinned. */
export async function keep(ctx: Ctx<Holder>, { chapterId, version, name }: KeepInput): Promise<Kept> {
  await draft.weigh(ctx, chapterId);
  return transact(ctx, async (tx) => {
    await writable(ctx, tx.db, chapterId, "edit");
    const seen = await draft.lockSeen(tx, chapterId, version);
    return { id: await keepPoint(tx, chapterId, seen, { cause: "kept", ...(name !== undefined && { name }) }) };
  });
}

/** What stands there now becomes a save point, and so does what takes its place. */
export async function restore(ctx: Ctx<Holder>, { chapterId, revisionId, version }: RestoreInput): Promise<Draft> {
  await draft.weigh(ctx, chapterId);
  return transact(ctx, async (tx) => {
    const chapter = await writable(ctx, tx.db, chapterId, "edit");
    const seen = await draft.lockSeen(tx, chapterId, version);
    const { profileId } = ctx.actor;
    const old = orRefuse((await readWhole(tx.db, chapterId, [revisionId])).get(revisionId));
    await keepPoint(tx, chapterId, seen, { cause: "replaced" });
    await tellDesks(ctx, tx, chapter);
    const restored = await draft.replace(tx, { ...chapter, profileId }, seen, old);
    const point = { ...old, version: restored.version, updatedAt: tx.now, updatedBy: profileId };
    await keepPoint(tx, chapterId, point, { cause: "restored" });
    return restored;
  });
}

type Whole = { title: string; noteBefore: string; noteAfter: string; words: number; document: Document };

async function readWhole(db: Ctx["db"], chapterId: string, ids: string[]): Promise<Map<string, Whole>> {
  const found = await repo.listWhole(db, chapterId, ids);
  return new Map(
    found.map(({ id, docVersion, blocks, ...rest }) => [
      id,
      { ...rest, document: documentIn({ type: "doc", attrs: { docVersion }, content: blocks }) },
    ]),
  );
}

function toRevision({ handle, displayName, at, ...rest }: repo.RevisionRow): Revision {
  const by = handle === null || displayName === null ? null : { handle, displayName };
  return { ...rest, by, at: at.toISOString() };
}

function orRefuse(found: Whole | undefined): Whole {
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}
