import { PageInput } from "@muejam/contracts/page";
import { ByHandle } from "@muejam/contracts/profile";
import {
  BinPage,
  ByChapter,
  ByRef,
  ByStory,
  ByStoryPage,
  ChapterListInput,
  ChapterMove,
  ChapterPage,
  NewChapter,
  NewStory,
  OwnChapter,
  OwnChapterPage,
  OwnStory,
  OwnStoryPage,
  PinnedStories,
  Pins,
  StoryChange,
  StoryListInput,
  StoryPage,
  StoryView,
} from "@muejam/contracts/story";
import { anyone, member, person, router } from "../../rpc/trpc.ts";
import * as bin from "./story.bin.service.ts";
import * as chapters from "./story.chapters.service.ts";
import * as drafting from "./story.drafting.service.ts";
import * as lists from "./story.lists.service.ts";
import * as order from "./story.order.service.ts";
import * as own from "./story.own.service.ts";
import * as pins from "./story.pins.service.ts";
import * as writing from "./story.writing.service.ts";

export const storyRouter = router({
  byRef: anyone
    .input(ByRef)
    .output(StoryView)
    .query(({ ctx, input }) => chapters.byRef(ctx, input)),
  chapters: anyone
    .input(ChapterListInput)
    .output(ChapterPage)
    .query(({ ctx, input }) => chapters.list(ctx, input)),
  list: anyone
    .input(StoryListInput)
    .output(StoryPage)
    .query(({ ctx, input }) => lists.list(ctx, input)),
  proposed: person
    .input(PageInput)
    .output(StoryPage)
    .query(({ ctx, input }) => lists.proposed(ctx, input)),
  create: member
    .input(NewStory)
    .output(OwnStory)
    .mutation(({ ctx, input }) => writing.create(ctx, input)),
  update: member
    .input(StoryChange)
    .output(OwnStory)
    .mutation(({ ctx, input }) => writing.update(ctx, input)),
  mine: member
    .input(PageInput)
    .output(OwnStoryPage)
    .query(({ ctx, input }) => own.mine(ctx, input)),
  own: member
    .input(ByStory)
    .output(OwnStory)
    .query(({ ctx, input }) => own.own(ctx, input)),
  addChapter: member
    .input(NewChapter)
    .output(OwnChapter)
    .mutation(({ ctx, input }) => drafting.addChapter(ctx, input)),
  ownChapters: member
    .input(ByStoryPage)
    .output(OwnChapterPage)
    .query(({ ctx, input }) => drafting.ownChapters(ctx, input)),
  moveChapter: member
    .input(ChapterMove)
    .output(ByChapter)
    .mutation(({ ctx, input }) => order.moveChapter(ctx, input)),
  binChapter: member
    .input(ByChapter)
    .output(ByChapter)
    .mutation(({ ctx, input }) => bin.binChapter(ctx, input)),
  restoreChapter: member
    .input(ByChapter)
    .output(ByChapter)
    .mutation(({ ctx, input }) => bin.restoreChapter(ctx, input)),
  bin: member
    .input(ByStoryPage)
    .output(BinPage)
    .query(({ ctx, input }) => bin.bin(ctx, input)),
  pinned: anyone
    .input(ByHandle)
    .output(PinnedStories)
    .query(({ ctx, input }) => pins.pinned(ctx, input)),
  pin: member
    .input(Pins)
    .output(Pins)
    .mutation(({ ctx, input }) => pins.pin(ctx, input)),
});
