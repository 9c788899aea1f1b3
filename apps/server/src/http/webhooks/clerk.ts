import { Hono } from "hono";
import * as identities from "../../domains/account/account.identities.service.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { hashInput } from "../../kernel/idempotency.ts";
import type { IssuerNews, ReadNews } from "../../kernel/identity.ts";
import { answerHeaders, refuse } from "../refuse.ts";
import type { Edge } from "../request.ts";
import type { CallParts } from "../trpc.ts";

export type ClerkHookParts = CallParts & { readNews: ReadNews };

/** Clerk tells what happened. The signature covers the very bytes, and the same message counts once. */
export const clerkHook = ({ ctxFor, readNews }: ClerkHookParts): Hono<Edge> =>
  new Hono<Edge>()
    .post("/", async (c) => {
      const body = await c.req.text();
      const news = readNews({ body, headers: c.req.raw.headers });
      if (!news) return refuse(c, "SIGNATURE_INVALID");
      const key = c.req.header("svix-id") ?? "";
      const ctx = ctxFor({
        actor: { kind: "system", name: "webhook.clerk" },
        requestId: c.get("requestId"),
        log: c.get("log"),
        once: { scope: "webhook", procedure: "clerk", key, inputHash: hashInput(body) },
      });
      await hear(ctx, news);
      return Response.json({ isAccepted: true }, { headers: answerHeaders(c.get("requestId")) });
    })
    .all("*", (c) => refuse(c, "NOT_FOUND"));

async function hear(ctx: Ctx, news: IssuerNews): Promise<void> {
  const issuer = "clerk" as const;
  switch (news.kind) {
    case "changed":
      return identities.hearChanged(ctx, { ...news, issuer });
    case "deleted":
      return identities.hearDeleted(ctx, { ...news, issuer });
    case "session-ended":
      return identities.hearSessionEnded(ctx, { ...news, issuer });
    case "other":
      return undefined;
  }
}
