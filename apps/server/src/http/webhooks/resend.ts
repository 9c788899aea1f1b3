import { Hono } from "hono";
import type { System } from "../../kernel/actor.ts";
import { applyMailEvent } from "../../kernel/mail-events.ts";
import type { ReadMailEvent } from "../../kernel/mailer.ts";
import { answerHeaders, refuse } from "../refuse.ts";
import type { Edge } from "../request.ts";
import type { CallParts } from "../trpc.ts";

export type ResendParts = Pick<CallParts, "ctxFor"> & { readMailEvent: ReadMailEvent | null };

/** Answers well only when what was told is stored: otherwise the provider tells it again. */
export const resend = ({ ctxFor, readMailEvent }: ResendParts): Hono<Edge> =>
  new Hono<Edge>().post("/", async (c) => {
    if (!readMailEvent) return refuse(c, "NOT_FOUND");
    const event = readMailEvent(await c.req.text(), c.req.raw.headers);
    if (event === undefined) return refuse(c, "SIGNATURE_INVALID");
    const actor: System = { kind: "system", name: "webhook.resend" };
    const requestId = c.get("requestId");
    if (event) await applyMailEvent(ctxFor({ actor, requestId, log: c.get("log") }), event);
    return c.body(null, 204, answerHeaders(requestId));
  });
