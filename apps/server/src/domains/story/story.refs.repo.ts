import type { Db } from "@muejam/db";

export const findId = async (db: Db, ref: string): Promise<string | null> =>
  (await db.story.findUnique({ where: { ref }, select: { id: true } }))?.id ?? null;
