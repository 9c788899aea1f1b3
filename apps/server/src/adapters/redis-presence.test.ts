import { randomUUID } from "node:crypto";
import pino from "pino";
import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { presenceMs } from "../kernel/presence.ts";
import { describeRedis } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";
import { createRedisPresence } from "./redis-presence.ts";

const log = pino({ level: "silent" });

describeRedis("presence in Redis", (redis) => {
  test("every process sees who is where, until they leave or say nothing for too long", async () => {
    let ms = Date.now();
    const open = () =>
      createRedisKit({ url: redis.url, registry: new Registry(), log, patienceMs: 3000, now: () => ms });
    const [here, there] = [await open(), await open()];
    const place = randomUUID();
    expect(await here.presence.enter(place, "mara", "1")).toBe(true);
    expect(await there.presence.enter(place, "mara", "1")).toBe(false);
    await there.presence.enter(place, "bede", "2");
    expect(await here.presence.list(place)).toEqual(
      new Map([
        ["mara", "1"],
        ["bede", "2"],
      ]),
    );
    await here.presence.leave(place, "mara");
    expect(await there.presence.list(place)).toEqual(new Map([["bede", "2"]]));
    ms += presenceMs;
    expect(await there.presence.list(place)).toEqual(new Map());
    await Promise.all([here.close(), there.close()]);
  });
});

test("without Redis nobody is anywhere, and nothing fails", async () => {
  const presence = createRedisPresence({ run: () => Promise.reject(new Error("away")) }, Date.now);
  expect(await presence.enter("story", "mara", "1")).toBe(false);
  await presence.leave("story", "mara");
  expect(await presence.list("story")).toEqual(new Map());
});
