import type { Db } from "@muejam/db";
import * as repo from "./story.subjects.repo.ts";

export { authorColumn, tagsColumn } from "./story.repo.ts";
export { chapterColumns, storyColumns } from "./story.subjects.repo.ts";

/** What decides about one story or chapter, read now. Whoever shows it asks `visibility` first. */
export const findStory = (db: Db, id: string): Promise<repo.StorySubject | null> => repo.findStory(db, id);
export const findChapter = (db: Db, id: string): Promise<repo.ChapterSubject | null> => repo.findChapter(db, id);
