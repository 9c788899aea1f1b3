import { ByCode, WithCode } from "@muejam/contracts/second-factor";
import { type Access, ByPassword, BySession, ChangeEmail, ChangePassword } from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import * as factor from "../domains/account/account.factor.service.ts";
import { askMove, readAddress } from "../domains/account/account.moving.service.ts";
import { changePassword, proveOwner } from "../domains/account/account.passwords.service.ts";
import type { Proven } from "../domains/account/account.refresh.service.ts";
import * as sessions from "../domains/account/account.sessions.service.ts";
import { readWays } from "../domains/account/account.ways.service.ts";
import type { Identity } from "../kernel/identity.ts";
import { accepted, answer, read, visitorOf } from "./auth-wire.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

type OwnerParts = Pick<CallParts, "ctxFor"> & {
  identify(c: Context<Edge>): Promise<Identity>;
  grant(session: Proven): Promise<Access>;
};

/** The part of the issuer's door that opens to who is signed in. */
export function authOwner({ ctxFor, identify, grant }: OwnerParts): Hono<Edge> {
  const ctxOf = visitorOf({ ctxFor });
  return new Hono<Edge>()
    .get("/sessions", async (c) => answer(c, await sessions.listSessions(ctxOf(c), await identify(c))))
    .post("/sessions/revoke", async (c) => {
      const identity = await identify(c);
      const { sessionId } = await read(c, BySession);
      await sessions.revokeSession(ctxOf(c), identity, sessionId);
      return accepted(c);
    })
    .post("/sessions/revoke-others", async (c) => {
      await sessions.revokeOtherSessions(ctxOf(c), await identify(c));
      return accepted(c);
    })
    .get("/ways", async (c) => answer(c, await readWays(ctxOf(c), await identify(c))))
    .post("/prove", async (c) => {
      const identity = await identify(c);
      const { password } = await read(c, ByPassword);
      return answer(c, await grant(await proveOwner(ctxOf(c), identity, password)));
    })
    .post("/password", async (c) => {
      const identity = await identify(c);
      await changePassword(ctxOf(c), identity, await read(c, ChangePassword));
      return accepted(c);
    })
    .get("/address", async (c) => answer(c, await readAddress(ctxOf(c), await identify(c))))
    .post("/address", async (c) => {
      const identity = await identify(c);
      await askMove(ctxOf(c), identity, await read(c, ChangeEmail));
      return accepted(c);
    })
    .get("/second-factor", async (c) => answer(c, await factor.readFactor(ctxOf(c), await identify(c))))
    .post("/second-factor/begin", async (c) => answer(c, await factor.beginFactor(ctxOf(c), await identify(c))))
    .post("/second-factor/confirm", async (c) => {
      const identity = await identify(c);
      return answer(c, await factor.confirmFactor(ctxOf(c), identity, await read(c, WithCode)));
    })
    .post("/second-factor/remove", async (c) => {
      const identity = await identify(c);
      await factor.removeFactor(ctxOf(c), identity, await read(c, ByCode));
      return accepted(c);
    })
    .post("/second-factor/backup-codes", async (c) => {
      const identity = await identify(c);
      return answer(c, await factor.renewBackupCodes(ctxOf(c), identity, await read(c, ByCode)));
    });
}
