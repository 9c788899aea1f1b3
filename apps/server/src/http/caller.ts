import { resolveKey } from "../domains/account/account.keys.service.ts";
import { resolvePerson } from "../domains/account/account.people.service.ts";
import { readStanding } from "../domains/account/account.roles.service.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import type { VerifyToken } from "../kernel/identity.ts";
import type { Caller } from "../rpc/trpc.ts";

type Headers = { get(name: string): string | null };

/** Who asks is found out once for a whole batch, and not before somebody wants to know. */
export function callerOf(ctx: Ctx, headers: Headers, verifyToken: VerifyToken): Caller {
  let asked: Promise<Actor> | undefined;
  return {
    identify: () => (asked ??= whoAsks(ctx, headers, verifyToken)),
    readStanding: (actor) => readStanding(ctx, actor),
  };
}

/** A token that does not hold is refused even where none is needed, so that its bearer fetches a new one. */
async function whoAsks(ctx: Ctx, headers: Headers, verifyToken: VerifyToken): Promise<Actor> {
  const authorization = headers.get("authorization");
  if (authorization === null) return ctx.actor;
  const [, given] = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(authorization) ?? [];
  if (given === undefined) throw new AppError("TOKEN_INVALID");
  const actingAs = headers.get("x-acting-profile") ?? undefined;
  if (given.startsWith("mj_")) return resolveKey(ctx, given, actingAs);
  const identity = await verifyToken(given);
  if (!identity) throw new AppError("TOKEN_INVALID");
  return resolvePerson(ctx, identity, actingAs);
}
