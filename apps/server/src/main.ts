import { join } from "node:path";
import { holdSingleProcess } from "./adapters/postgres-start.ts";
import { compose } from "./compose.ts";
import { readEnv } from "./env.ts";
import { createHttp } from "./http/app.ts";
import { listen } from "./http/listen.ts";
import { web } from "./http/web.ts";
import { createCeiling } from "./kernel/ceiling.ts";
import { drainOnSignal } from "./kernel/drain.ts";
import { createStreams } from "./kernel/streams.ts";
import { orSayWhy } from "./start-fault.ts";

/** Answers HTTP. Without Redis it is the only process on its database, and runs the jobs as well. */
await orSayWhy(async () => {
  const env = readEnv();
  const app = await compose(env, "http");
  const isAlone = env.REDIS_URL === undefined;
  let isDraining = false;
  let drain = (why: string) => app.log.error({ why }, "cannot go on");
  const goDown = (why: string) => drain(why);

  const lock = isAlone ? await holdSingleProcess(app.directUrl, goDown) : null;
  const streams = createStreams(env.STREAMS_AT_ONCE);
  const http = createHttp({
    ...app,
    ceiling: createCeiling(env.CALLS_AT_ONCE),
    streams,
    trustedProxies: env.TRUSTED_PROXIES,
    allowedOrigins: env.ALLOWED_ORIGINS,
    answerMs: 30_000,
    release: env.RELEASE,
    isDraining: () => isDraining,
    metricsToken: env.METRICS_TOKEN,
    web: await web(join(import.meta.dirname, "../../web/dist"), app, {
      clerk: app.signIn.clerkWeb,
      providers: app.signIn.accounts.providers.offered,
      worker: env.SERVICE_WORKER,
      assetsFolder: env.ASSETS_FOLDER,
    }),
  });
  await app.warm();
  const runners = isAlone ? await app.startJobs(goDown) : null;
  const listening = await listen(http, {
    host: env.HOST,
    port: env.PORT,
    isHttps: env.NODE_ENV === "production" && app.signIn.publicUrl.startsWith("https:"),
    connectionsAtOnce: env.CONNECTIONS_AT_ONCE,
  });
  app.log.info({ at: listening.address, release: env.RELEASE }, "listening");

  drain = drainOnSignal(app.log, [
    { name: "turn away", run: () => (isDraining = true) },
    { name: "streams", run: streams.endAll },
    { name: "requests and jobs", run: () => Promise.all([listening.stop(7000), runners?.stop(7000)]) },
    { name: "connections", run: () => Promise.all([lock?.release(), app.close()]) },
  ]);
});
