import { type Db, Prisma } from "@muejam/db";

/** A counter that is not what it counts. */
export type Drift = { id: string; counter: string; kept: number; counted: number };
export type Kind = "story" | "chapter" | "profile";

/** The next ids of a kind, so that no statement counts everything at once. */
export async function listIds(db: Db, kind: Kind, { after, take }: { after: string; take: number }): Promise<string[]> {
  const { table } = kinds[kind];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${table} WHERE id > ${after}::uuid ORDER BY id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** Counters and what they count come from one statement, hence from one moment. */
export function listDrifts(db: Db, kind: Kind, ids: readonly string[]): Promise<Drift[]> {
  const { table, counters } = kinds[kind];
  return db.$queryRaw<Drift[]>`
    SELECT it.id, counter, kept::int, counted::int FROM ${table} AS it CROSS JOIN LATERAL (VALUES ${counters}) AS one (counter, kept, counted)
    WHERE it.id = ANY (${ids}::uuid[]) AND kept <> counted ORDER BY it.id, counter`;
}

const kinds: Record<Kind, { table: Prisma.Sql; counters: Prisma.Sql }> = {
  story: {
    table: Prisma.sql`story`,
    counters: Prisma.sql`
      ('story.chapters', it.chapter_count, (SELECT count(*) FROM chapter WHERE story_id = it.id AND state = 'published')),
      ('story.words', it.word_count, (SELECT coalesce(sum(words), 0) FROM chapter JOIN edition
        ON edition.id = current_edition_id WHERE chapter.story_id = it.id AND state = 'published')),
      ('story.followers', it.follower_count, (SELECT count(*) FROM story_follow WHERE story_id = it.id)),
      ('story.applause', it.applause_count + (SELECT coalesce(sum(delta), 0) FROM applause_delta
        JOIN chapter ON chapter.id = chapter_id WHERE story_id = it.id), (SELECT count(*) FROM applause
        JOIN chapter ON chapter.id = chapter_id WHERE story_id = it.id))`,
  },
  chapter: {
    table: Prisma.sql`chapter`,
    counters: Prisma.sql`
      ('chapter.applause', it.applause_count + (SELECT coalesce(sum(delta), 0) FROM applause_delta
        WHERE chapter_id = it.id), (SELECT count(*) FROM applause WHERE chapter_id = it.id))`,
  },
  profile: {
    table: Prisma.sql`profile`,
    counters: Prisma.sql`
      ('profile.stories', it.story_count, (SELECT count(*) FROM story WHERE lead_id = it.id AND chapter_count > 0)),
      ('profile.words', it.word_count, (SELECT coalesce(sum(word_count), 0) FROM story WHERE lead_id = it.id)),
      ('profile.followers', it.follower_count, (SELECT count(*) FROM profile_follow WHERE followee_id = it.id))`,
  },
};
