import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import pino from "pino";
import { Registry } from "prom-client";
import { createRedisKit } from "../adapters/redis-kit.ts";
import { Card } from "./cache-scenarios.ts";

/** A second process, its clock off by some seconds, that says each new title it reads through the cache until its input ends. */
process.stdin.resume().on("end", () => process.exit());
const [url = "", table = "", key = "", tag = "", skewSeconds = "0"] = process.argv.slice(2);
const rightNow = Date.now;
Date.now = () => rightNow() + Number(skewSeconds) * 1000;

const { cache } = await createRedisKit({
  url,
  registry: new Registry(),
  log: pino({ level: "silent" }),
  patienceMs: 3000,
});
let said = "";
for (;;) {
  const card = await cache.read({
    key,
    tags: [tag],
    ttlSeconds: 600,
    schema: Card.nullable(),
    load: async () => ({ title: await readFile(table, "utf8") }),
  });
  if (card && card.title !== said) process.stdout.write(`${card.title}\n`);
  said = card?.title ?? "";
  await wait(10);
}
