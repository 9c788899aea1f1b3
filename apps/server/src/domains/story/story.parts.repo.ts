import type { Db } from "@muejam/db";

/** How many stories this face has a part in, published or not. */
export const countParts = (db: Db, profileId: string): Promise<number> =>
  db.collaborator.count({ where: { profileId } });
