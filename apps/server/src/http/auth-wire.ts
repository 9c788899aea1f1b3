import type { Context } from "hono";
import type { z } from "zod";
import type { Comer } from "../domains/account/account.devices.service.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { inputRefusal } from "../kernel/envelope.ts";
import { AppError } from "../kernel/errors.ts";
import type { Identity, VerifyToken } from "../kernel/identity.ts";
import { deviceCookie } from "./own-cookies.ts";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

/** At the issuer's door nobody has an account yet: whoever comes is told apart by where they call from. */
export const visitorOf =
  ({ ctxFor }: Pick<CallParts, "ctxFor">) =>
  (c: Context<Edge>): Ctx =>
    ctxFor({
      actor: { kind: "visitor", address: c.get("address") },
      requestId: c.get("requestId"),
      log: c.get("log"),
    });

/** Whoever signs in: from where, with what, and whether this browser has been here before. */
export const comerOf =
  (publicUrl: string) =>
  (c: Context<Edge>): Comer => {
    const mark = deviceCookie(publicUrl).read(c.req.header("cookie"));
    return {
      address: c.get("address"),
      userAgent: c.req.header("user-agent") ?? "",
      mark: mark !== null && /^[\w-]{32}$/.test(mark) ? mark : null,
    };
  };

/** Whoever is signed in. */
export const identifier =
  (verifyToken: VerifyToken) =>
  async (c: Context<Edge>): Promise<Identity> => {
    const [, token] = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const identity = token === undefined ? null : await verifyToken(token);
    if (!identity) throw new AppError("SIGN_IN_REQUIRED");
    return identity;
  };

export async function read<T>(c: Context<Edge>, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) throw new AppError("INPUT_INVALID");
  const body: unknown = await c.req.json().catch(() => {
    throw new AppError("INPUT_INVALID");
  });
  const fit = schema.safeParse(body);
  if (!fit.success) throw inputRefusal(fit.error);
  return fit.data;
}

type Extra = Record<string, string> | [name: string, value: string][];

/** What a door says itself takes the place of what all say, but each cookie is one of its own. */
export function answer(c: Context<Edge>, body: unknown, extra: Extra = {}): Response {
  const headers = new Headers(answerHeaders(c.get("requestId")));
  for (const [name, value] of new Headers(extra))
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  return Response.json(body, { headers });
}

export const accepted = (c: Context<Edge>, headers?: Extra): Response => answer(c, { isAccepted: true }, headers);
