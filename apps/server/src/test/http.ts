import { Hono } from "hono";
import { createHttp, type HttpParts } from "../http/app.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import { app, make } from "./harness.ts";

/** The whole edge without a socket: `request` is answered as if it came from `address`. */
export function openHttp(changes: Partial<HttpParts> = {}) {
  const http = createHttp({
    ...app,
    ceiling: createCeiling(100),
    trustedProxies: [],
    release: "test",
    isDraining: () => false,
    metricsToken: undefined,
    web: new Hono(),
    ...changes,
  });
  return (path: string, { address = make.visitor().address, ...init }: RequestInit & { address?: string } = {}) =>
    http.request(path, init, { incoming: { socket: { remoteAddress: address } } });
}

export const post = (body: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
