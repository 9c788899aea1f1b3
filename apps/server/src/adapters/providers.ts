import { hash } from "node:crypto";
import { ProviderName } from "@muejam/contracts/provider";
import { z } from "zod";
import { guard } from "../kernel/breaker.ts";
import { AppError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import type { Providers } from "../kernel/providers.ts";
import { type KeySource, remoteKeys } from "./jwks.ts";
import { vendors } from "./provider-vendors.ts";

type Keys = { clientId: string; clientSecret: string };
export type ProviderKeys = { [name in ProviderName]?: Keys | undefined };
/** `origin`: one server that speaks for all of them, in tests. */
type Parts = { keys: ProviderKeys; publicUrl: string; log: Logger; origin?: string | undefined };

const Tokens = z.object({ access_token: z.string().min(1), id_token: z.string().optional() });
const Refusal = z.object({ error: z.string().max(100) });

export function createProviders({ keys, publicUrl, log, origin }: Parts): Providers {
  const offered = ProviderName.options.filter((name) => keys[name]);
  const places = new Map(offered.map((name) => [name, placeOf(name)]));

  return {
    offered,
    addressOf(name, { state, nonce, verifier }) {
      const { vendor, at, clientId, returnTo } = open(name);
      const asked = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: returnTo,
        scope: vendor.scope,
        state,
        code_challenge: hash("sha256", verifier, "base64url"),
        code_challenge_method: "S256",
        ...(vendor.jwks !== null && { nonce }),
      });
      return `${at(vendor.authorise)}?${asked.toString()}`;
    },

    async read(name, { code, nonce, verifier }) {
      const { vendor, at, clientId, clientSecret, returnTo, signatures } = open(name);
      const ask = (url: string, init: RequestInit) => inTime(name, at(url), init);
      const given = { grant_type: "authorization_code", code, redirect_uri: returnTo, code_verifier: verifier };
      const body = new URLSearchParams({ ...given, client_id: clientId, client_secret: clientSecret });
      try {
        const answer = await ask(vendor.token, { method: "POST", body });
        const tokens = Tokens.safeParse(answer);
        if (!tokens.success) throw refused(name, answer);
        const { access_token: token, id_token: idToken } = tokens.data;
        const get = (url: string) => ask(url, { headers: { authorization: `Bearer ${token}` } });
        return await vendor.read({ idToken, nonce, clientId, keys: signatures, get });
      } catch (error) {
        if (error instanceof AppError) throw error;
        log.warn({ err: error, provider: name }, "a provider did not say who came");
        throw new AppError("PROVIDER_DOWN");
      }
    },
  };

  function placeOf(name: ProviderName) {
    const vendor = vendors[name];
    const at = (url: string) => (origin === undefined ? url : `${origin}/${name}${new URL(url).pathname}`);
    const signatures = vendor.jwks === null ? nothingSigned : remoteKeys({ url: at(vendor.jwks), log });
    return { vendor, at, signatures, returnTo: `${publicUrl}/api/auth/from/${name}` };
  }

  function open(name: ProviderName) {
    const [place, own] = [places.get(name), keys[name]];
    if (!place || !own) throw new AppError("NOT_FOUND");
    return { ...place, ...own };
  }

  /** Its own word for why, such as that our secret is wrong, helps whoever runs this server and nobody else. */
  function refused(name: ProviderName, answer: unknown): AppError {
    log.warn({ provider: name, why: Refusal.safeParse(answer).data?.error }, "a provider refused a code");
    return new AppError("PROVIDER_REFUSED");
  }
}

/** Where no keys are set. */
export const noProviders: Providers = {
  offered: [],
  addressOf: () => {
    throw new AppError("NOT_FOUND");
  },
  read: () => Promise.reject(new AppError("NOT_FOUND")),
};

const nothingSigned: KeySource = () => Promise.reject(new Error("This provider signs nothing."));

/** A refusal is an answer: it comes back as what was said, and shows that the other side is alive. */
function inTime(name: ProviderName, url: string, init: RequestInit): Promise<unknown> {
  return guard(`provider ${name}`, {}, async (signal) => {
    const headers = new Headers(init.headers);
    headers.set("accept", "application/json");
    headers.set("user-agent", "MueJam");
    const response = await fetch(url, { ...init, headers, redirect: "error", signal });
    if (response.status >= 500 || response.status === 429) throw new Error(`It answered ${response.status}.`);
    return response.json();
  });
}
