import type { Db } from "@muejam/db";
import * as repo from "./story.parts.repo.ts";

export const countParts = (db: Db, profileId: string): Promise<number> => repo.countParts(db, profileId);
