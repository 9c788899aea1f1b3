import { Tag } from "@muejam/contracts/tag";
import type { Db } from "@muejam/db";

const columns = { id: true, slug: true } as const;
export type KnownTag = { id: string; slug: string };

export const findIds = (db: Db, slugs: readonly string[]): Promise<KnownTag[]> =>
  db.tag.findMany({ where: { slug: { in: [...slugs] } }, select: columns });

export type NewTag = { id: string; slug: string; name: string; createdAt: Date };

/** Whoever writes the same words at the same time waits; given in one order, they never wait for each other. */
export async function insertMissing(db: Db, tags: readonly NewTag[]): Promise<void> {
  const inOrder = tags.toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  await db.tag.createMany({ data: inOrder.map((tag) => ({ ...tag, kind: "free" })), skipDuplicates: true });
}

const inSight = { chapterCount: { gt: 0 }, lead: { profile: { state: "active", isFollowersOnly: false } } };

export type PublicTag = Tag & { id: string };

/** A word that stands on no public story is its author's own still, or went out of sight with them. */
export async function findPublic(db: Db, slug: string): Promise<PublicTag | null> {
  const row = await db.tag.findFirst({
    where: { slug, OR: [{ kind: "genre" }, { stories: { some: { story: inSight } } }] },
    select: { id: true, slug: true, name: true, kind: true },
  });
  return row && { ...Tag.parse(row), id: row.id };
}
