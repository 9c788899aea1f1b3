import { randomBytes } from "node:crypto";
import type { NewStory, OwnStory, StoryChange, StoryInput } from "@muejam/contracts/story";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { ensureTags } from "../tag/tag.service.ts";
import { StoryCompleted } from "./story.events.ts";
import { readOwn } from "./story.own.service.ts";
import { assertMay, assertOwnRepeat, rights, tagNames } from "./story.policy.ts";
import { tagsOf } from "./story.refs.service.ts";
import * as repo from "./story.writing.repo.ts";

/** A repeat finds the story that the first call began, as it is now. */
export async function create(ctx: Ctx<Holder>, { id, ...input }: NewStory): Promise<OwnStory> {
  const { profileId } = ctx.actor;
  const { genres, tags, notices, ...words } = input;
  const names = tagNames({ genres, tags });
  return transact(ctx, async (tx) => {
    if (await begin(tx, { ...words, id, leadId: profileId, createdAt: tx.now })) {
      await repo.insertCollaborator(tx.db, { storyId: id, profileId, rights, joinedAt: tx.now });
      await write(tx, id, { names, notices });
    } else assertOwnRepeat(await repo.findLeadId(tx.db, id), profileId);
    return readOwn(ctx, tx.db, id);
  });
}

export async function update(ctx: Ctx<Holder>, { id, ...input }: StoryChange): Promise<OwnStory> {
  const { genres, tags, notices, ...words } = input;
  const names = tagNames({ genres, tags });
  return transact(ctx, async (tx) => {
    const before = await repo.lockForChange(tx.db, id, ctx.actor.profileId);
    if (!before) throw new AppError("NOT_FOUND");
    assertMay(before.rights, "publish");
    await repo.updateStory(tx.db, id, { words, at: tx.now });
    const slugs = await write(tx, id, { names, notices });
    if (before.rating !== words.rating) {
      const detail = { from: before.rating, to: words.rating };
      tx.audit({ act: "story.rating_changed", subject: `story:${id}`, detail });
    }
    if (before.isPublic) {
      if (words.status === "completed" && before.status !== words.status) tx.emit(StoryCompleted, { storyId: id });
      tx.touch(...tagsOf({ id, ref: before.ref }), "stories", `handle:${before.leadHandle.toLowerCase()}`);
      tx.touch(...[...before.slugs, ...slugs].map((slug) => `tag:${slug}`));
    }
    return readOwn(ctx, tx.db, id);
  });
}

/** Short addresses are few enough to meet now and then. */
const tries = 5;

/** False when there is a story of this id. */
async function begin(tx: Tx, story: Omit<Parameters<typeof repo.insertStory>[1], "ref">): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    if (await repo.insertStory(tx.db, { ...story, ref: newRef() })) return true;
    if ((await repo.findLeadId(tx.db, story.id)) !== null) return false;
  }
  throw new Error("No short address was free.");
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const newRef = (): string => Array.from(randomBytes(10), (byte) => letters.charAt(byte % letters.length)).join("");

type Labels = { names: string[]; notices: StoryInput["notices"] };

/** The slugs of its tags from now on. */
async function write(tx: Tx, id: string, { names, notices }: Labels): Promise<string[]> {
  const tags = await ensureTags(tx, names);
  await repo.replaceTags(
    tx.db,
    id,
    tags.map((tag) => tag.id),
  );
  await repo.replaceNotices(tx.db, id, notices);
  return tags.map(({ slug }) => slug);
}
