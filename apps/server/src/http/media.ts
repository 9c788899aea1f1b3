import { createHash } from "node:crypto";
import { pictureBytesMax, picturePixelsMax } from "@muejam/contracts/media";
import { mediaWidths } from "@muejam/prose/render-html";
import { type Context, Hono } from "hono";
import { z } from "zod";
import * as media from "../domains/media/media.service.ts";
import { actorRef } from "../kernel/actor.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import type { Limit } from "../kernel/limits.ts";
import { onceOf, readerOf, writerOf } from "../rpc/trpc.ts";
import { visitorOf } from "./auth-wire.ts";
import { callerOf } from "./caller.ts";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

const perAccount: Limit = { name: "write:media.add", limit: 60, windowSeconds: 600 };
const Asked = z.object({ id: z.uuid(), width: z.coerce.number().pipe(z.literal(mediaWidths)) });

/** Each is held whole until it is drawn, and may take two minutes to come. */
const [sentAtOnce, sentByOneAtOnce] = [24, 3];

/** Pictures come and go as they are. Who sends one is known before a byte of it is read. */
export function pictures(parts: CallParts): Hono<Edge> {
  const sending = createCeiling(sentAtOnce, sentByOneAtOnce);
  return new Hono<Edge>()
    .post("/", async (c) => {
      const ctx = await ctxOf(c, parts);
      const actor = writerOf(ctx.actor);
      const key = c.req.header("idempotency-key") ?? "";
      const { allowed, retryAfterSeconds } = await ctx.limits.take(perAccount, actorRef(actor));
      if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
      const once = onceOf(actor, { procedure: "media.add", key });
      const leave = sending.enter(actorRef(actor));
      if (!leave) throw new AppError("OVERLOADED", { retryAfterSeconds: 3 });
      try {
        const sent = await readBody(c);
        const inputHash = createHash("sha256").update(sent).digest("base64url");
        const added = await media.add({ ...ctx, actor, once: { ...once, inputHash } }, sent);
        return c.json(added, 200, answerHeaders(ctx.requestId));
      } finally {
        leave();
      }
    })
    .get("/:id/:width", async (c) => {
      const ctx = await ctxOf(c, parts);
      readerOf(ctx.actor);
      const asked = Asked.safeParse(c.req.param());
      if (!asked.success) throw new AppError("NOT_FOUND");
      const { id, width } = asked.data;
      await media.assertSeen(ctx, { id });
      const headers = { ...shownTo(ctx), etag: `"${id}-${width}"`, "x-request-id": ctx.requestId };
      const known = c.req.header("if-none-match")?.split(/, */) ?? [];
      if (known.some((tag) => tag.replace(/^W\//, "") === headers.etag))
        return new Response(null, { status: 304, headers });
      const { length, body } = await media.open(ctx, { id, width });
      return new Response(body, { headers: { ...headers, ...ofPicture, "content-length": `${length}` } });
    });
}

async function ctxOf(c: Context<Edge>, parts: CallParts): Promise<Ctx> {
  const ctx = visitorOf(parts)(c);
  return { ...ctx, actor: await callerOf(ctx, c.req.raw.headers, parts.signIn.verifyToken).identify() };
}

/**
 * What everybody may see never changes, so that whoever has it need not ask again; others who ask on behalf of many do
 * within a minute, since it may have been taken back. What only some may see is asked for each time.
 */
const shownTo = ({ actor }: Ctx) => ({
  "cache-control": actor.kind === "visitor" ? "public, max-age=31536000, s-maxage=60, immutable" : "private, no-cache",
  vary: "authorization, x-acting-profile",
});

const ofPicture = {
  "content-type": "image/webp",
  "content-disposition": "inline",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** Counted as it comes: what it is said to measure is only a reason to refuse it sooner. */
async function readBody(c: Context<Edge>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = Number(c.req.header("content-length") ?? 0);
  assertFits(length);
  length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    assertFits(length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function assertFits(length: number): void {
  if (length <= pictureBytesMax) return;
  throw new AppError("MEDIA_TOO_LARGE", { megabytes: pictureBytesMax / 2 ** 20, megapixels: picturePixelsMax / 1e6 }, [
    { path: "picture", rule: "too_big", message: "Send it smaller." },
  ]);
}
