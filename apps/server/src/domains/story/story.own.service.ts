import type { PageInput } from "@muejam/contracts/page";
import { type ByStory, OwnStory, type OwnStoryPage } from "@muejam/contracts/story";
import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import {
  revealList,
  revealOrRefuse,
  type ViewerScope,
  type Visible,
  visitorScope,
} from "../visibility/visibility.service.ts";
import * as repo from "./story.own.repo.ts";
import { storyColumns } from "./story.subjects.service.ts";

/** The stories that the acting face has a part in. */
export async function mine(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<OwnStoryPage> {
  const { profileId } = ctx.actor;
  const page = await readPage(
    { keys: ctx.keys, list: `story.mine:${profileId}`, cursor, limit },
    (after, take) =>
      revealList(ownScope(ctx), storyColumns, (where) => repo.listOwn(ctx.db, { profileId, where, after, take })),
    ({ createdAt, id }) => ({ at: createdAt, id }),
  );
  return { ...page, items: page.items.map(toOwn) };
}

export const own = (ctx: Ctx<Holder>, { id }: ByStory): Promise<OwnStory> => readOwn(ctx, ctx.db, id);

export async function readOwn(ctx: Ctx<Holder>, db: Db, id: string): Promise<OwnStory> {
  return toOwn(revealOrRefuse(ownScope(ctx), await repo.findOwn(db, id, ctx.actor.profileId)));
}

const toOwn = (story: Visible<repo.OwnRow>): OwnStory => OwnStory.parse(story);

/** What is one's own needs nothing else about oneself to be known. */
const ownScope = ({ actor }: Ctx<Holder>): ViewerScope => ({ ...visitorScope, accountId: actor.accountId });
