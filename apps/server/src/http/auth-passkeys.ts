import { AskPasskey, BeginPasskey, ByPasskey, NewPasskey, RenamePasskey, WithPasskey } from "@muejam/contracts/passkey";
import type { Access } from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import type { Entered } from "../domains/account/account.devices.service.ts";
import {
  askPasskey,
  askToProve,
  enterWithPasskey,
  proveByPasskey,
} from "../domains/account/account.passkey-sign-in.service.ts";
import * as passkeys from "../domains/account/account.passkeys.service.ts";
import type { Proven } from "../domains/account/account.refresh.service.ts";
import type { Identity } from "../kernel/identity.ts";
import { accepted, answer, comerOf, read, visitorOf } from "./auth-wire.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

type PasskeyParts = Pick<CallParts, "ctxFor"> & {
  publicUrl: string;
  identify(c: Context<Edge>): Promise<Identity>;
  open(c: Context<Edge>, entered: Entered): Promise<Response>;
  grant(session: Proven): Promise<Access>;
};

export function authPasskeys({ ctxFor, publicUrl, identify, open, grant }: PasskeyParts): Hono<Edge> {
  const ctxOf = visitorOf({ ctxFor });
  const whoComes = comerOf(publicUrl);
  return new Hono<Edge>()
    .post("/sign-in/passkey/begin", async (c) => answer(c, await askPasskey(ctxOf(c), await read(c, AskPasskey))))
    .post("/sign-in/passkey", async (c) => {
      const given = await read(c, WithPasskey);
      return open(c, await enterWithPasskey(ctxOf(c), { ...given, comer: whoComes(c) }));
    })
    .post("/prove/passkey/begin", async (c) => answer(c, await askToProve(ctxOf(c), await identify(c))))
    .post("/prove/passkey", async (c) => {
      const identity = await identify(c);
      return answer(c, await grant(await proveByPasskey(ctxOf(c), identity, await read(c, WithPasskey))));
    })
    .get("/passkeys", async (c) => answer(c, await passkeys.listPasskeys(ctxOf(c), await identify(c))))
    .post("/passkeys/begin", async (c) => {
      const identity = await identify(c);
      return answer(c, await passkeys.beginPasskey(ctxOf(c), identity, await read(c, BeginPasskey)));
    })
    .post("/passkeys", async (c) => {
      const identity = await identify(c);
      return answer(c, await passkeys.addPasskey(ctxOf(c), identity, await read(c, NewPasskey)));
    })
    .post("/passkeys/rename", async (c) => {
      const identity = await identify(c);
      await passkeys.renamePasskey(ctxOf(c), identity, await read(c, RenamePasskey));
      return accepted(c);
    })
    .post("/passkeys/remove", async (c) => {
      const identity = await identify(c);
      await passkeys.removePasskey(ctxOf(c), identity, await read(c, ByPasskey));
      return accepted(c);
    });
}
