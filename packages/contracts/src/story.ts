import { z } from "zod";
import { Cursor, PageInput, pageOf } from "./page.ts";
import { Handle, Profile } from "./profile.ts";
import { StoryRef } from "./story-ref.ts";
import { Genre, Tag, TagName, TagSlug } from "./tag.ts";
import { line, lines } from "./text.ts";

/** Made where the story is begun, so that a retry begins no second one. */
export const StoryId = z.uuidv7();
export type StoryId = z.infer<typeof StoryId>;

export const Rating = z.enum(["everyone", "teen", "mature"]);
export type Rating = z.infer<typeof Rating>;
export const StoryStatus = z.enum(["drafting", "ongoing", "hiatus", "completed", "stubbed"]);
export type StoryStatus = z.infer<typeof StoryStatus>;
export const Notice = z.enum([
  "violence",
  "death",
  "abuse",
  "self-harm",
  "sexual-content",
  "strong-language",
  "drugs",
  "distress",
]);
export type Notice = z.infer<typeof Notice>;
export const WhispersFrom = z.enum(["everyone", "followers", "nobody"]);
/** BCP 47, as far as it is used for texts: `en-GB`, `ar`, `zh-Hant`. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const setOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(item)
    .max(max)
    .refine((items) => new Set(items).size === items.length)
    .meta({ uniqueItems: true });

export const StoryInput = z.object({
  title: line(1, 200),
  tagline: line(0, 160).default(""),
  blurb: lines(2000).default(""),
  language: Language.default("en"),
  rating: Rating.default("everyone"),
  status: StoryStatus.default("ongoing"),
  notices: setOf(Notice, Notice.options.length).default([]),
  genres: setOf(Genre, 3).default([]),
  tags: z.array(TagName).max(17).default([]),
  licence: line(0, 500).default(""),
  isAiReserved: z.boolean().default(true),
  whispersFrom: WhispersFrom.default("everyone"),
});
export type StoryInput = z.infer<typeof StoryInput>;

export const NewStory = StoryInput.extend({ id: StoryId });
export type NewStory = z.infer<typeof NewStory>;
export const StoryChange = StoryInput.extend({ id: StoryId });
export type StoryChange = z.infer<typeof StoryChange>;
export const ByStory = z.object({ id: StoryId });
export type ByStory = z.infer<typeof ByStory>;
export const ByRef = z.object({ ref: StoryRef });
export type ByRef = z.infer<typeof ByRef>;

/** What a list shows of a story: the same for every reader. Counts are read apart, since they move all the time. */
export const StoryCard = z.object({
  id: z.uuid(),
  ref: StoryRef,
  title: z.string(),
  tagline: z.string(),
  language: z.string(),
  rating: Rating,
  status: StoryStatus,
  author: Profile,
  tags: z.array(Tag),
  chapterCount: z.int().nonnegative(),
  wordCount: z.int().nonnegative(),
  firstPublishedAt: z.iso.datetime(),
  lastPublishedAt: z.iso.datetime(),
});
export type StoryCard = z.infer<typeof StoryCard>;
export const StoryPage = pageOf(StoryCard);
export type StoryPage = z.infer<typeof StoryPage>;

/** A published chapter in a table of contents. `number` is its address and never changes. */
export const ChapterLine = z.object({
  id: z.uuid(),
  number: z.int().positive(),
  title: z.string(),
  words: z.int().nonnegative(),
  publishedAt: z.iso.datetime(),
});
export type ChapterLine = z.infer<typeof ChapterLine>;
export const ChapterPage = pageOf(ChapterLine);
export type ChapterPage = z.infer<typeof ChapterPage>;

export const StoryView = StoryCard.extend({
  blurb: z.string(),
  notices: z.array(Notice),
  licence: z.string(),
  isAiReserved: z.boolean(),
  /** Its author's wish: whether search engines may list it. */
  isFindable: z.boolean(),
  counts: z.object({ followers: z.int().nonnegative(), applause: z.int().nonnegative() }),
  /** The first page of the table of contents, in the author's order. */
  chapters: ChapterPage,
});
export type StoryView = z.infer<typeof StoryView>;

export const ChapterListInput = PageInput.extend({ ref: StoryRef });
export type ChapterListInput = z.infer<typeof ChapterListInput>;

/** `latest`: by the newest chapter. `new`: by the first one. `completed`: finished ones, by the last chapter. */
export const StoryOrder = z.enum(["latest", "new", "completed"]);
export type StoryOrder = z.infer<typeof StoryOrder>;
export const StoryListInput = PageInput.extend({
  order: StoryOrder.default("latest"),
  tag: TagSlug.optional(),
  author: Handle.optional(),
});
export type StoryListInput = z.infer<typeof StoryListInput>;

export const ChapterState = z.enum(["draft", "published", "unpublished"]);
export type ChapterState = z.infer<typeof ChapterState>;

/** A chapter as its authors see it. */
export const OwnChapter = z.object({
  id: z.uuid(),
  state: ChapterState,
  number: z.int().positive().nullable(),
  title: z.string(),
  words: z.int().nonnegative(),
  savedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  hasUnpublishedChanges: z.boolean(),
});
export type OwnChapter = z.infer<typeof OwnChapter>;

/** A story as its authors see it, published or not. */
/** One by one, what a member of a story's team may do. Whoever publishes also decides what readers are told of it. */
export const StoryRight = z.enum(["read", "edit", "publish", "reply", "moderate", "figures", "lead"]);
export type StoryRight = z.infer<typeof StoryRight>;

export const OwnStory = StoryInput.extend({
  id: z.uuid(),
  ref: StoryRef,
  author: Profile,
  /** What the acting face may do here. */
  rights: z.array(StoryRight),
  chapterCount: z.int().nonnegative(),
  wordCount: z.int().nonnegative(),
  counts: z.object({ followers: z.int().nonnegative(), applause: z.int().nonnegative() }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastPublishedAt: z.iso.datetime().nullable(),
});
export type OwnStory = z.infer<typeof OwnStory>;
export const OwnStoryPage = pageOf(OwnStory);
export type OwnStoryPage = z.infer<typeof OwnStoryPage>;

/** Up to three, in this order, and only such as the acting face writes, alone or with others. */
export const Pins = z.object({ storyIds: setOf(StoryId, 3) });
export type Pins = z.infer<typeof Pins>;
/** Those of them that whoever asks may see. */
export const PinnedStories = z.object({ stories: z.array(StoryCard) });
export type PinnedStories = z.infer<typeof PinnedStories>;

export const OwnChapterPage = pageOf(OwnChapter);
export type OwnChapterPage = z.infer<typeof OwnChapterPage>;
export const ByStoryPage = z.object({ id: StoryId, cursor: Cursor.optional(), limit: PageInput.shape.limit });
export type ByStoryPage = z.infer<typeof ByStoryPage>;

export const ChapterId = z.uuidv7();
export type ChapterId = z.infer<typeof ChapterId>;
export const NewChapter = z.object({ id: ChapterId, storyId: StoryId, title: line(0, 200).default("") });
export type NewChapter = z.infer<typeof NewChapter>;
/** Behind another chapter of its story; null puts it first. */
export const ChapterMove = z.object({ chapterId: ChapterId, afterId: ChapterId.nullable() });
export type ChapterMove = z.infer<typeof ChapterMove>;
/** `goesAt` is null for what readers have seen: it stays in the bin. */
export const BinnedChapter = OwnChapter.pick({ id: true, number: true, title: true, words: true }).extend({
  binnedAt: z.iso.datetime(),
  goesAt: z.iso.datetime().nullable(),
});
export type BinnedChapter = z.infer<typeof BinnedChapter>;
export const BinPage = pageOf(BinnedChapter);
export type BinPage = z.infer<typeof BinPage>;
export const ByChapter = z.object({ chapterId: ChapterId });
export type ByChapter = z.infer<typeof ByChapter>;
