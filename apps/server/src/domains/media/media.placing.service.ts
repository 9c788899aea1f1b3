import type { Document, Figure, LooseNode } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { z } from "zod";
import { daysAfter } from "../../kernel/days.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./media.placing.repo.ts";
import { assertKnown, daysKept } from "./media.policy.ts";

/** Somebody else's picture may be named and is not thereby anybody's: words are kept, whatever stands between them. */
export async function placePictures(
  tx: Tx,
  { storyId, profileId, blocks }: { storyId: string; profileId: string; blocks: readonly LooseNode[] },
): Promise<void> {
  const ids = idsIn(blocks.flatMap((block) => [...figuresIn(block)]));
  if (ids.length === 0) return;
  await repo.place(tx.db, { storyId, ownerId: profileId, ids, keptUntil: daysAfter(tx.now, daysKept) });
}

/** The ids of all pictures in there, all of which this story's team put into it. */
export async function knownPictures(tx: Tx, storyId: string, document: Document): Promise<string[]> {
  const figures = [...figuresIn(document)];
  const ids = idsIn(figures);
  const known = ids.length === 0 ? [] : await repo.listPlaced(tx.db, storyId, ids);
  assertKnown(figures, new Set(known));
  return known;
}

/** From now on whoever reads this edition sees them. */
export async function showPictures(tx: Tx, editionId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await repo.insertShown(tx.db, editionId, ids);
}

/** A document may name anything; ours are called by UUIDs, in the one way that Postgres writes them. */
function idsIn(figures: readonly Figure[]): string[] {
  const named = new Set(figures.map(({ attrs }) => attrs.media));
  return [...named].filter((id) => z.uuid().safeParse(id).success && id === id.toLowerCase());
}
