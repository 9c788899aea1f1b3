import { compose } from "./compose.ts";
import { readEnv } from "./env.ts";
import { drainOnSignal } from "./kernel/drain.ts";
import { StartError } from "./kernel/errors.ts";
import { orSayWhy } from "./start-fault.ts";

/** Runs jobs and nothing else, beside any number of its kind. */
await orSayWhy(async () => {
  const env = readEnv();
  if (!env.REDIS_URL)
    throw new StartError(
      "Without REDIS_URL the HTTP process runs the jobs itself; a worker would work on stale caches.",
    );
  const app = await compose(env, "worker");
  let drain = (why: string) => app.log.error({ why }, "cannot go on");
  const runners = await app.startJobs((why) => drain(why));
  app.log.info({ id: runners.id }, "working");

  drain = drainOnSignal(app.log, [
    { name: "jobs", run: () => runners.stop(7000) },
    { name: "connections", run: () => app.close() },
  ]);
});
