import { ByProvider, ProviderName, ProviderReturn } from "@muejam/contracts/provider";
import type { Access } from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import type { Entered } from "../domains/account/account.devices.service.ts";
import {
  askProvider,
  askToLink,
  askToProve,
  returnFromProvider,
} from "../domains/account/account.provider-sign-in.service.ts";
import { listProviders, unlinkProvider } from "../domains/account/account.providers.service.ts";
import type { Proven } from "../domains/account/account.refresh.service.ts";
import { AppError } from "../kernel/errors.ts";
import type { Identity } from "../kernel/identity.ts";
import { accepted, answer, comerOf, read, visitorOf } from "./auth-wire.ts";
import { providerCookie } from "./own-cookies.ts";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

type ProviderParts = Pick<CallParts, "ctxFor"> & {
  publicUrl: string;
  identify(c: Context<Edge>): Promise<Identity>;
  open(c: Context<Edge>, entered: Entered): Promise<Response>;
  grant(session: Proven): Promise<Access>;
};

/** A provider sends people back to a page of ours; it is that page which acts, from our own origin, so no link does. */
export function authProviders({ ctxFor, publicUrl, identify, open, grant }: ProviderParts): Hono<Edge> {
  const ctxOf = visitorOf({ ctxFor });
  const whoComes = comerOf(publicUrl);
  const cookie = providerCookie(publicUrl);
  const browserOf = (c: Context<Edge>) => {
    const word = cookie.read(c.req.header("cookie"));
    return word !== null && /^[\w-]{32}$/.test(word) ? word : null;
  };
  const send = (c: Context<Edge>, { url, browser }: { url: string; browser: string }) =>
    answer(c, { url }, { "set-cookie": cookie.set(browser) });

  return new Hono<Edge>()
    .get("/from/:provider", (c) => {
      const provider = ProviderName.safeParse(c.req.param("provider")).data;
      if (!provider) throw new AppError("NOT_FOUND");
      // Behind the hash no router takes what it brings for a number, and nobody that the page asks is told of it.
      const headers = {
        ...answerHeaders(c.get("requestId")),
        location: `/sign-in/with/${provider}#${new URL(c.req.url).search.slice(1)}`,
      };
      return new Response(null, { status: 303, headers });
    })
    .post("/sign-in/provider/begin", async (c) => {
      const { provider } = await read(c, ByProvider);
      return send(c, await askProvider(ctxOf(c), { provider, browser: browserOf(c) }));
    })
    .post("/sign-in/provider", async (c) => {
      const given = await read(c, ProviderReturn);
      const identity = c.req.header("authorization") === undefined ? null : await identify(c);
      const came = { ...given, browser: browserOf(c), identity, comer: whoComes(c) };
      const outcome = await returnFromProvider(ctxOf(c), came);
      if ("proven" in outcome) return answer(c, await grant(outcome.proven));
      return "refreshToken" in outcome ? open(c, outcome) : answer(c, outcome);
    })
    .get("/providers", async (c) => answer(c, await listProviders(ctxOf(c), await identify(c))))
    .post("/providers/begin", async (c) => {
      const identity = await identify(c);
      const { provider } = await read(c, ByProvider);
      return send(c, await askToLink(ctxOf(c), identity, { provider, browser: browserOf(c) }));
    })
    .post("/providers/prove", async (c) => {
      const identity = await identify(c);
      const { provider } = await read(c, ByProvider);
      return send(c, await askToProve(ctxOf(c), identity, { provider, browser: browserOf(c) }));
    })
    .post("/providers/unlink", async (c) => {
      const identity = await identify(c);
      await unlinkProvider(ctxOf(c), identity, await read(c, ByProvider));
      return accepted(c);
    });
}
