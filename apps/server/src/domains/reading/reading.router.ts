import {
  ByNumber,
  ChapterHere,
  ChapterView,
  ContinueInput,
  ContinuePage,
  Position,
  PositionInput,
  StoryHere,
} from "@muejam/contracts/reading";
import { ByRef } from "@muejam/contracts/story";
import { anyone, member, router } from "../../rpc/trpc.ts";
import { readChapter } from "./reading.chapter.service.ts";
import { listBegun } from "./reading.continue.service.ts";
import * as reading from "./reading.service.ts";

export const readingRouter = router({
  chapter: anyone
    .input(ByNumber)
    .output(ChapterView)
    .query(({ ctx, input }) => readChapter(ctx, input)),
  chapterHere: member
    .input(ByNumber)
    .output(ChapterHere)
    .query(({ ctx, input }) => reading.chapterHere(ctx, input)),
  storyHere: member
    .input(ByRef)
    .output(StoryHere)
    .query(({ ctx, input }) => reading.storyHere(ctx, input)),
  savePosition: member
    .input(PositionInput)
    .output(Position)
    .mutation(({ ctx, input }) => reading.savePosition(ctx, input)),
  continue: member
    .input(ContinueInput)
    .output(ContinuePage)
    .query(({ ctx, input }) => listBegun(ctx, input)),
});
