import { AppError } from "../../kernel/errors.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.counters.service.ts";
import * as repo from "./story.publishing.repo.ts";
import { tagsOf } from "./story.refs.service.ts";
import type { StoryChapter } from "./story.rights.service.ts";

export type EditionShown = {
  editionId: string;
  words: number;
  /** Of the edition that stands there now; zero where none does. */
  previousWords: number;
  publishedAt: Date;
};

/** Readers see this edition from now on, under this number. The chapter comes from `lockForPublishing`. */
export async function showEdition(tx: Tx, chapter: StoryChapter, edition: EditionShown): Promise<number> {
  const shown = await repo.show(tx.db, chapter, edition);
  if (!shown) throw new AppError("CONFLICT");
  const isBack = chapter.state !== "published";
  const words = edition.words - (isBack ? 0 : edition.previousWords);
  const chapters = isBack ? 1 : 0;
  const story = await repo.countIn(tx.db, chapter.storyId, { chapters, words, shownAt: shown.publishedAt });
  await tell(tx, chapter, { story, words, stories: isBack && story.chapterCount === 1 ? 1 : 0 });
  return shown.number;
}

/** `words` are those of the edition that stood there. A story without its last chapter is no longer public. */
export async function hideChapter(tx: Tx, chapter: StoryChapter, { words }: { words: number }): Promise<void> {
  if (!(await repo.hide(tx.db, chapter))) throw new AppError("CONFLICT");
  const story = await repo.countOut(tx.db, chapter.storyId, words);
  await tell(tx, chapter, { story, words: -words, stories: story.chapterCount === 0 ? -1 : 0 });
}

type Counted = { story: repo.StoryCounted; words: number; stories: number };

async function tell(tx: Tx, { storyId, ref }: StoryChapter, { story, words, stories }: Counted): Promise<void> {
  tx.touch(...tagsOf({ id: storyId, ref }), "stories", ...story.slugs.map((slug) => `tag:${slug}`));
  await profile.count(tx, story.leadId, { stories, words });
}
