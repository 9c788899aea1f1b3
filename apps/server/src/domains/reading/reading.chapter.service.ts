import type { ByNumber, ChapterView } from "@muejam/contracts/reading";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { refTagOf } from "../story/story.refs.service.ts";
import { authorColumn, chapterColumns, tagsColumn } from "../story/story.subjects.service.ts";
import { subjectShape } from "../visibility/visibility.repo.ts";
import { revealOrRefuse, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import * as repo from "./reading.chapter.repo.ts";

/** The same for everybody who may read it; what is theirs alone comes from `chapterHere`. */
export async function readChapter(ctx: Ctx, where: ByNumber): Promise<ChapterView> {
  const { view } = await chapterAt(ctx, where);
  return { ...view, applauseCount: await applauseOf(ctx, view) };
}

/** Where an address leads: a published chapter that this viewer may see, or a refusal. */
export async function chapterAt(ctx: Ctx, { ref, number }: ByNumber): Promise<Visible<repo.ChapterRow>> {
  const [found, viewer] = await Promise.all([
    ctx.cache.read({
      key: `reading.chapter:${ref}:${number}`,
      tags: [refTagOf(ref)],
      ttlSeconds: 1800,
      schema: StoredChapter.nullable(),
      load: () => repo.findChapter(ctx.db, { ref, number }, columns),
    }),
    viewerOf(ctx),
  ]);
  return revealOrRefuse(viewer, found);
}

const columns = { subject: chapterColumns, author: authorColumn, tags: tagsColumn };

const StoredChapter: z.ZodType<repo.ChapterRow> = z.object({ ...subjectShape, view: repo.StoredView });

/** Apart from the chapter, which every clap would drop. */
const applauseOf = (ctx: Ctx, { id, story }: repo.ChapterRow["view"]): Promise<number> =>
  ctx.cache.read({
    key: `reading.applause:${id}`,
    tags: [refTagOf(story.ref)],
    ttlSeconds: 10,
    schema: z.int(),
    load: () => repo.findApplause(ctx.db, id),
  });
