import type { Db } from "@muejam/db";
import * as repo from "./story.news.repo.ts";

export type { News } from "./story.news.repo.ts";

/** What readers are told of a chapter, read now; null when nothing of it stands there. */
export const findNews = (db: Db, chapterId: string): Promise<repo.News | null> => repo.findNews(db, chapterId);
