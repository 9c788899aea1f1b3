import type { LiveHint, LiveInput } from "@muejam/contracts/notification";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { deskOf, hintsFor } from "../../kernel/live.ts";
import type { Told } from "../../kernel/streams.ts";
import { readStanding } from "../account/account.roles.service.ts";
import { chapterColumns } from "../story/story.subjects.service.ts";
import { reveal, unasked, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import * as repo from "./notification.live.repo.ts";
import { columnsBeside } from "./notification.repo.ts";

const columns = columnsBeside(chapterColumns);
const pageSize = 100;
/** So late, at most, comes what no hint told of, and so late goes whoever may no longer listen. */
const beatMs = 8000;

/** Each thing that the acting profile is told, in order and once: from behind `lastEventId`, or from now on. */
export async function* follow(
  ctx: Ctx<Holder>,
  { lastEventId }: LiveInput,
  { stop, everyMs = beatMs }: { stop: AbortSignal; everyMs?: number },
): AsyncGenerator<Told<LiveHint>> {
  const { profileId } = ctx.actor;
  const endsAt = ctx.actor.kind === "member" ? ctx.actor.session.endsAt.getTime() : Infinity;
  const msLeft = () => (stop.aborted ? 0 : endsAt - ctx.now().getTime());
  // Before the first look, so that nothing falls between the two.
  const hints = hintsFor(ctx.live, profileId, stop);
  let isDeskNew = false;
  const stopDesk = ctx.live.listen(deskOf(profileId)[0], () => {
    isDeskNew = true;
  });
  try {
    await readStanding(ctx, ctx.actor);
    const counter = await repo.readCounter(ctx.db, profileId);
    // A number that a restored database has yet to give again must not leave its reader deaf until then.
    let seq = Math.min(Number(lastEventId ?? counter), counter);
    for (;;) {
      const rows = await repo.listTold(ctx.db, { profileId, after: seq, limit: pageSize, columns });
      const viewer = rows.length > 0 && (await lookAgain(ctx));
      for (const row of rows) {
        if (msLeft() <= 0) return;
        seq = row.seq;
        const seen = viewer && reveal(viewer, row);
        if (seen) yield toHint(seen);
      }
      if (isDeskNew) {
        isDeskNew = false;
        yield { id: String(seq), data: { kind: "desk" } };
      }
      if (rows.length < pageSize) await hints.next(Math.min(everyMs, msLeft()));
      if (msLeft() <= 0 || !(await stands(ctx))) return;
    }
  } finally {
    hints.close();
    stopDesk();
  }
}

const toHint = ({ seq, kind }: Visible<repo.ToldRow>): Told<LiveHint> => ({ id: String(seq), data: { kind } });

/** Whoever looks may have changed since the stream began: a viewer is read once for each actor object. */
const lookAgain = async (ctx: Ctx<Holder>) => unasked(await viewerOf({ ...ctx, actor: { ...ctx.actor } }));

async function stands(ctx: Ctx<Holder>): Promise<boolean> {
  try {
    await readStanding(ctx, ctx.actor);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
