import { ErrorEnvelope } from "@muejam/contracts/error";
import { Hono } from "hono";
import { z } from "zod";
import { createHttp, type HttpParts } from "../http/app.ts";
import { type Doorway, type Listening, listen } from "../http/listen.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import { createStreams } from "../kernel/streams.ts";
import { app, make } from "./harness.ts";
import { limitless } from "./limitless.ts";

/** The whole edge without a socket: `request` is answered as if it came from `address`. */
export function openHttp(changes: Partial<HttpParts> = {}) {
  const http = assemble(changes);
  const request = (
    path: string,
    { address = make.visitor().address, ...init }: RequestInit & { address?: string } = {},
  ) => http.request(path, init, { incoming: { socket: { remoteAddress: address } } });
  return Object.assign(request, { routes: http.routes });
}

/** The same behind a socket of this machine. */
export const startHttp = (changes: Partial<HttpParts> = {}, doorway: Partial<Doorway> = {}): Promise<Listening> =>
  listen(assemble(changes), { host: "127.0.0.1", port: 0, ...doorway });

/** The address of every door there is, and one below each that leads nowhere. */
export function routesOf(changes: Partial<HttpParts> = {}): string[] {
  const paths = assemble(changes).routes.map(({ path }) => path.replace(/\/\*$/, "").replace(/:(\w+)(\{.*\})?/g, "$1"));
  return [...new Set(paths)].filter((path) => path !== "").flatMap((path) => [path, `${path}/nothing`]);
}

/** As app.ctxFor, without limits. */
export const unlimited: HttpParts["ctxFor"] = (caller) => ({ ...app.ctxFor(caller), limits: limitless });

function assemble(changes: Partial<HttpParts>) {
  return createHttp({
    ...app,
    ceiling: createCeiling(100),
    streams: createStreams(100),
    trustedProxies: [],
    allowedOrigins: [],
    answerMs: 30_000,
    release: "test",
    isDraining: () => false,
    metricsToken: undefined,
    web: new Hono(),
    ...changes,
  });
}

export const post = (body: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

/** How a call was refused: the status and our code. */
export async function codeOf(response: Response): Promise<[number, string]> {
  const { error } = z.object({ error: ErrorEnvelope }).parse(await response.json());
  return [response.status, error.code];
}
