import { Hono } from "hono";
import { z } from "zod";
import { compose } from "../compose.ts";
import { readEnv } from "../env.ts";
import { createHttp } from "../http/app.ts";
import { listen } from "../http/listen.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import { AppError } from "../kernel/errors.ts";
import { createStreams } from "../kernel/streams.ts";
import type { Tx } from "../kernel/transact.ts";
import { tell } from "./telling.ts";

/** A real process that tells a profile many things at once and streams them, to be killed from outside. */
const Order = z.object({ profileId: z.uuid(), actorId: z.uuid(), keys: z.array(z.string()) });
const atOnce = 6;

const app = await compose(readEnv(), "live drill");
const http = createHttp({
  ...app,
  ceiling: createCeiling(100),
  streams: createStreams(100),
  trustedProxies: [],
  allowedOrigins: [],
  answerMs: 30_000,
  release: "drill",
  isDraining: () => false,
  metricsToken: undefined,
  web: new Hono(),
});
const { address } = await listen(http, { host: "127.0.0.1", port: 0 });

async function tellAll({ keys, ...telling }: z.infer<typeof Order>): Promise<void> {
  const lane = async () => {
    for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
      const ctx = app.ctxFor({ actor: { kind: "system", name: "drill" }, requestId: key, log: app.log });
      const isBroughtDown = Math.random() < 0.1;
      const after = isBroughtDown ? () => Promise.reject(new AppError("CONFLICT")) : linger;
      if (isBroughtDown) keys.push(key);
      await tell(ctx, { ...telling, key }, { before: linger, after }).catch((error: unknown) => {
        if (!isBroughtDown) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Whoever begins first is not who ends first. */
const linger = (tx: Tx) => tx.db.$executeRaw`SELECT pg_sleep(random() * 0.006)`;

process.on("message", (order) => void tellAll(Order.parse(order)));
process.on("disconnect", () => process.exit());
process.send?.(address);
