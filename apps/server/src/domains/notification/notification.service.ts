import { type MarkRead, Notification, type NotificationPage, type Unread } from "@muejam/contracts/notification";
import type { PageInput } from "@muejam/contracts/page";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import { chapterColumns } from "../story/story.subjects.service.ts";
import { revealList, unasked, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import { readCounter } from "./notification.live.repo.ts";
import { unreadMax } from "./notification.policy.ts";
import * as repo from "./notification.repo.ts";

const columns = repo.columnsBeside(chapterColumns);

export async function list(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<NotificationPage> {
  const { profileId } = ctx.actor;
  const viewer = unasked(await viewerOf(ctx));
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, list: `notification.list:${profileId}`, cursor, limit },
    (after, take) =>
      revealList(viewer, columns, (where) => repo.list(ctx.db, { profileId, columns, where, after, take })),
    ({ seq, id }) => ({ at: String(seq), id }),
  );
  return { items: items.map(toNotification), nextCursor };
}

export async function unread(ctx: Ctx<Holder>): Promise<Unread> {
  const { profileId } = ctx.actor;
  const viewer = unasked(await viewerOf(ctx));
  // The number first: what comes in between is then told twice, by the count and by the stream, rather than never.
  const seq = await readCounter(ctx.db, profileId);
  const seen = await revealList(viewer, columns, (where) =>
    repo.listUnread(ctx.db, { profileId, columns, where }, unreadMax),
  );
  return { count: seen.length, seq };
}

export const markRead = (ctx: Ctx<Holder>, { seq }: MarkRead): Promise<Unread> =>
  transact(ctx, async (tx) => {
    await repo.markRead(tx.db, ctx.actor.profileId, { seq, at: tx.now });
    return unread({ ...ctx, db: tx.db });
  });

const toNotification = ({ kind, by, story, chapter, ...row }: Visible<repo.NotificationRow>): Notification =>
  Notification.parse({
    ...row,
    kind,
    ...(actors[kind] === "author" ? { author: by } : { follower: by }),
    story,
    chapter,
  });

/** What whoever acted is to the one who is told. */
const actors: Record<Notification["kind"], "author" | "follower"> = {
  "badge-awarded": "author",
  "chapter-published": "author",
  "follow-approved": "author",
  "follow-requested": "follower",
  "new-follower": "follower",
  "team-invited": "author",
  "team-joined": "author",
};
