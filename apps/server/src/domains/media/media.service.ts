import type { Picture } from "@muejam/contracts/media";
import type { MediaWidth } from "@muejam/prose/render-html";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysAfter } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { randomId } from "../../kernel/ids.ts";
import { transact } from "../../kernel/transact.ts";
import { chapterColumns } from "../story/story.subjects.service.ts";
import { revealList, viewerOf } from "../visibility/visibility.service.ts";
import { MediaAdded } from "./media.events.ts";
import { assertRoom, daysKept } from "./media.policy.ts";
import * as repo from "./media.repo.ts";

/** Drawn before there is a transaction, which would wait for it; what comes of a repeat's drawing is let go. */
export async function add(ctx: Ctx<Holder>, sent: Uint8Array): Promise<Picture> {
  const { renditions, width, height } = await ctx.pictures.draw(sent);
  const ownerId = ctx.actor.profileId;
  return transact(ctx, async (tx) => {
    const bytes = renditions.reduce((sum, one) => sum + one.bytes.length, 0);
    assertRoom(await repo.lockAndWeigh(tx.db, ownerId), bytes);
    const picture = { id: randomId(), width, height };
    const times = { madeAt: tx.now, keptUntil: daysAfter(tx.now, daysKept) };
    await repo.insert(tx.db, { ...picture, ...times, ownerId, bytes }, renditions);
    tx.emit(MediaAdded, { mediaId: picture.id });
    return picture;
  });
}

type Asked = { id: string; width: MediaWidth };

/** Refuses like what does not exist whoever can neither write nor read where this picture is. */
export async function assertSeen(ctx: Ctx, { id }: Pick<Asked, "id">): Promise<void> {
  const { actor } = ctx;
  const isHolder = actor.kind === "member" || actor.kind === "key";
  if (isHolder && (await repo.isAtDesk(ctx.db, { id, profileId: actor.profileId }))) return;
  const shown = await revealList(await viewerOf(ctx), chapterColumns, (where) =>
    repo.listShowing(ctx.db, { id, columns: chapterColumns, where }),
  );
  if (shown.length === 0) throw new AppError("NOT_FOUND");
}

const pieceBytes = 256 * 1024;

/** For whoever was found to see it. Read as it is taken, so that nobody who takes none of it has us hold it. */
export async function open(ctx: Ctx, { id, width }: Asked): Promise<{ length: number; body: ReadableStream }> {
  const read = async (start: number) => {
    const piece = await repo.findPiece(ctx.db, { id, width, start, size: pieceBytes });
    if (!piece) throw new AppError("NOT_FOUND");
    return piece;
  };
  const { length, bytes: first } = await read(0);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        const bytes = sent === 0 ? first : (await read(sent)).bytes;
        sent += bytes.length;
        stream.enqueue(bytes);
        if (sent >= length) stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { length, body };
}
