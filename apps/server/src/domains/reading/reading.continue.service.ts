import type { PageInput } from "@muejam/contracts/page";
import type { ContinuePage } from "@muejam/contracts/reading";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { cardsOf } from "../story/story.service.ts";
import { storyColumns } from "../story/story.subjects.service.ts";
import { revealList, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import * as repo from "./reading.continue.repo.ts";

/** Stories that a person is in, the last one read first. */
export async function listBegun(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<ContinuePage> {
  const { accountId } = ctx.actor;
  const viewer = await viewerOf(ctx);
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, list: `reading.continue:${accountId}`, cursor, limit },
    (after, take) =>
      revealList(viewer, storyColumns, (where) =>
        repo.listBegun(ctx.db, accountId, { subject: storyColumns, where, after, take }),
      ),
    ({ position }) => ({ at: position.current.at, id: position.storyId }),
  );
  const cards = await cardsOf(
    ctx,
    items.map(({ position }) => position.storyId),
  );
  const toItem = ({ position, unread, next }: Visible<repo.Begun>) => {
    const story = cards.get(position.storyId);
    return story ? [{ story, position, unread, next }] : [];
  };
  return { items: items.flatMap(toItem), nextCursor };
}
