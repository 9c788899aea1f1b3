import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Tx } from "../../kernel/transact.ts";
import { assertMay, type Right } from "./story.policy.ts";
import * as repo from "./story.rights.repo.ts";

export type { Right };
export type StoryChapter = repo.StoryChapter;

/** With what the acting face may do there. */
export type OpenChapter = StoryChapter & { rights: Right[] };

/** The chapter, for a face of its team that has this right. To everybody else it does not exist. */
export async function writable(ctx: Ctx<Holder>, db: Db, chapterId: string, right: Right): Promise<OpenChapter> {
  const found = await repo.findChapter(db, chapterId, ctx.actor.profileId);
  assertMay(found && found.rights, right);
  return { ...orRefuse(found), rights: found?.rights ?? [] };
}

/** The chapter as it is once its story is ours alone: the editions of one story are made one after the other. */
export async function lockForPublishing(tx: Tx, chapterId: string): Promise<StoryChapter> {
  await repo.lockStoryOf(tx.db, chapterId);
  return orRefuse(await repo.findChapter(tx.db, chapterId, null));
}

function orRefuse(found: { chapter: StoryChapter } | null): StoryChapter {
  if (!found) throw new AppError("NOT_FOUND");
  return found.chapter;
}
