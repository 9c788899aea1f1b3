import { Cursor, type PageInput } from "@muejam/contracts/page";
import { StoryListInput, type StoryPage } from "@muejam/contracts/story";
import { z } from "zod";
import type { Member } from "../../kernel/actor.ts";
import { defineWarmUp } from "../../kernel/cache-warm.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { idOf as findLeadId } from "../profile/profile.service.ts";
import { idOf as findTagId } from "../tag/tag.service.ts";
import { revealList, unasked, type ViewerScope, viewerOf, visitorScope } from "../visibility/visibility.service.ts";
import * as repo from "./story.lists.repo.ts";
import { cardsOf } from "./story.service.ts";
import { storyColumns } from "./story.subjects.service.ts";

const Ids = z.object({ items: z.array(z.uuid()), nextCursor: Cursor.nullable() });
type Ids = z.infer<typeof Ids>;

export async function list(ctx: Ctx, input: StoryListInput): Promise<StoryPage> {
  const viewer = await viewerOf(ctx);
  return withCards(ctx, await readIds(ctx, viewer, input));
}

/** Of the genres and in the languages that somebody reads, the newest chapter first: what they have not found by themselves yet. */
export async function proposed(ctx: Ctx<Member>, { cursor, limit }: PageInput): Promise<StoryPage> {
  const viewer = unasked(await viewerOf(ctx));
  const { accountId, profileId } = ctx.actor;
  const query = { order: "latest", tagId: null, leadId: null, reader: { accountId, profileId } } as const;
  return withCards(ctx, await findIds(ctx, { viewer, query, list: `story.proposed:${profileId}`, cursor, limit }));
}

async function withCards(ctx: Ctx, { items: ids, nextCursor }: Ids): Promise<StoryPage> {
  const cards = await cardsOf(ctx, ids);
  return { items: ids.flatMap((id) => cards.get(id) ?? []), nextCursor };
}

/** The page that everybody opens first. */
export const warmStories = defineWarmUp("story.list", (ctx) => list(ctx, StoryListInput.parse({})));

/** Visitors all see the same first page. */
function readIds(ctx: Ctx, viewer: ViewerScope, input: StoryListInput): Promise<Ids> {
  const { order, tag, author, cursor, limit } = input;
  const load = () => listIds(ctx, viewer, input);
  if (viewer !== visitorScope || cursor !== undefined) return load();
  const key = `story.list:${nameOf({ order, tag, author })}:${limit}`;
  return ctx.cache.read({ key, tags: tagsOf({ tag, author }), ttlSeconds: 300, schema: Ids, load });
}

async function listIds(ctx: Ctx, asker: ViewerScope, { cursor, limit, ...filter }: StoryListInput): Promise<Ids> {
  // Somebody's own shelf is asked for by name.
  const viewer = filter.author === undefined ? unasked(asker) : asker;
  const [tagId, leadId] = await Promise.all([
    filter.tag === undefined ? null : findTagId(ctx, filter.tag),
    filter.author === undefined ? null : findLeadId(ctx, filter.author),
  ]);
  const isAboutNothing = (filter.tag && tagId === null) || (filter.author && leadId === null);
  if (isAboutNothing) return { items: [], nextCursor: null };
  const query = { order: filter.order, tagId, leadId, reader: null };
  return findIds(ctx, { viewer, query, list: `story.list:${nameOf(filter)}`, cursor, limit });
}

type Finding = {
  viewer: ViewerScope;
  query: Pick<repo.ListQuery, "order" | "tagId" | "leadId" | "reader">;
  list: string;
  cursor: string | undefined;
  limit: number;
};

async function findIds(ctx: Ctx, { viewer, query, ...page }: Finding): Promise<Ids> {
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, ...page },
    (after, take) =>
      revealList(viewer, storyColumns, (where) => repo.listPublished(ctx.db, { ...query, where, after, take })),
    ({ at, id }) => ({ at, id }),
  );
  return { items: items.map(({ id }) => id), nextCursor };
}

type Filter = Pick<StoryListInput, "tag" | "author">;

/** Neither slugs nor handles hold a colon. */
const nameOf = ({ order, tag = "", author = "" }: Filter & Pick<StoryListInput, "order">): string =>
  `${order}:${tag}:${author.toLowerCase()}`;

/** What a list is narrowed to is touched whenever it changes, so that only the whole list goes with every story. */
function tagsOf({ tag, author }: Filter): string[] {
  if (author !== undefined) return [`handle:${author.toLowerCase()}`];
  return [tag === undefined ? "stories" : `tag:${tag}`];
}
