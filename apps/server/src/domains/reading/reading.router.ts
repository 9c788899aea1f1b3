import {
  ByNumber,
  ChapterHere,
  ChapterView,
  ContinueInput,
  ContinuePage,
  Position,
  PositionInput,
  ReadingChoices,
  StoryHere,
} from "@muejam/contracts/reading";
import { ByRef } from "@muejam/contracts/story";
import { anyone, member, person, router } from "../../rpc/trpc.ts";
import { readChapter } from "./reading.chapter.service.ts";
import * as choices from "./reading.choices.service.ts";
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
    .output(Position.nullable())
    .mutation(({ ctx, input }) => reading.savePosition(ctx, input)),
  choices: member.output(ReadingChoices).query(({ ctx }) => choices.readChoices(ctx)),
  choose: person
    .input(ReadingChoices)
    .output(ReadingChoices)
    .mutation(({ ctx, input }) => choices.choose(ctx, input)),
  continue: member
    .input(ContinueInput)
    .output(ContinuePage)
    .query(({ ctx, input }) => listBegun(ctx, input)),
});
