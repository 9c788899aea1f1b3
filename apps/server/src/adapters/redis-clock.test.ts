import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pino from "pino";
import { Registry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { newStory } from "../test/cache-scenarios.ts";
import { describeRedis } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";

const reader = new URL("../test/cache-reader.ts", import.meta.url).pathname;

describeRedis("a second process with a clock of its own", (redis) => {
  test.for([5, -5])("sees a drop in less than a second, its clock %i s off", async (skewSeconds) => {
    const folder = await mkdtemp(join(tmpdir(), "muejam-clock-"));
    const table = join(folder, "title");
    const { entry } = newStory(null);
    await writeFile(table, "Old");
    const log = pino({ level: "silent" });
    const writer = await createRedisKit({ url: redis.url, registry: new Registry(), log, patienceMs: 3000 });
    const args = [reader, redis.url, table, entry.key, entry.tags[0] ?? "", String(skewSeconds)];
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    onTestFinished(async () => {
      child.stdin.end();
      await once(child, "exit");
      await writer.close();
      await rm(folder, { recursive: true });
    });
    const titles = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

    expect(await titles.next()).toMatchObject({ value: "Old" });
    await writeFile(table, "New");
    await writer.cache.drop(entry.tags);
    const dropped = performance.now();
    expect(await titles.next()).toMatchObject({ value: "New" });
    expect(performance.now() - dropped).toBeLessThan(1000);
  });
});
