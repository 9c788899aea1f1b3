import type { Db } from "@muejam/db";
import * as repo from "./story.news.repo.ts";

export type { News } from "./story.news.repo.ts";

/** Those of these chapters that appear under this face. */
export const listLedBy = (db: Db, leadId: string, chapterIds: readonly string[]): Promise<string[]> =>
  repo.listLedBy(db, leadId, chapterIds);

/** What readers are told of a chapter, read now; null when nothing of it stands there. */
export const findNews = (db: Db, chapterId: string): Promise<repo.News | null> => repo.findNews(db, chapterId);
