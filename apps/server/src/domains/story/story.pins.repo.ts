import type { Db } from "@muejam/db";

/** In their owner's order, and without any that the face no longer writes. */
export async function listPins(db: Db, profileId: string): Promise<string[]> {
  const rows = await db.storyPin.findMany({
    where: { profileId, part: { rights: { has: "edit" } } },
    orderBy: { position: "asc" },
    select: { storyId: true },
  });
  return rows.map(({ storyId }) => storyId);
}

/** How many of them this face writes, alone or with others. */
export const countWritten = (db: Db, profileId: string, storyIds: readonly string[]): Promise<number> =>
  db.collaborator.count({ where: { profileId, storyId: { in: [...storyIds] }, rights: { has: "edit" } } });

export async function replacePins(db: Db, profileId: string, storyIds: readonly string[]): Promise<void> {
  await db.storyPin.deleteMany({ where: { profileId } });
  await db.storyPin.createMany({
    data: storyIds.map((storyId, index) => ({ profileId, storyId, position: index + 1 })),
  });
}
