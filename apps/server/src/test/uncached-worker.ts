import { join } from "node:path";
import { compose } from "../compose.ts";
import { readEnv } from "../env.ts";
import { createHttp } from "../http/app.ts";
import { listen } from "../http/listen.ts";
import { web } from "../http/web.ts";
import type { Cache } from "../kernel/cache.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import { createStreams } from "../kernel/streams.ts";

/** The server as it is, but nothing it reads is kept: what a page costs when everything is made for it. */
const env = readEnv();
const app = await compose(env, "uncached");
const cache: Cache = { isShared: false, read: ({ load }) => load(), drop: async () => undefined };
const ctxFor: typeof app.ctxFor = (caller) => ({ ...app.ctxFor(caller), cache });
const parts = { ...app, ctxFor };
const http = createHttp({
  ...parts,
  ceiling: createCeiling(env.CALLS_AT_ONCE),
  streams: createStreams(env.STREAMS_AT_ONCE),
  trustedProxies: env.TRUSTED_PROXIES,
  allowedOrigins: env.ALLOWED_ORIGINS,
  answerMs: 30_000,
  release: env.RELEASE,
  isDraining: () => false,
  metricsToken: env.METRICS_TOKEN,
  web: await web(join(import.meta.dirname, "../../../web/dist"), parts),
});
await listen(http, { host: env.HOST, port: env.PORT, isHttps: false, connectionsAtOnce: env.CONNECTIONS_AT_ONCE });
