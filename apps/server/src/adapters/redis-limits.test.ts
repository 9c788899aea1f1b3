import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import pino from "pino";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { answersAsReference } from "../test/limits-reference.ts";
import { describeRedis, hasRedisServer, startRedis, whyNoServer } from "../test/redis.ts";
import { openRedis, type RedisLink } from "./redis.ts";
import { createRedisKit } from "./redis-kit.ts";
import { createRedisLimits } from "./redis-limits.ts";

const log = pino({ level: "silent" });

describeRedis("limits in Redis", (redis) => {
  let link: RedisLink;
  beforeAll(async () => {
    link = await openRedis({ url: redis.url, log, patienceMs: 3000 });
  });
  afterAll(() => link.close());

  test("any sequence of times and costs is answered as the reference answers it", async () => {
    await expect(answersAsReference((now) => createRedisLimits(link, now), 100)).resolves.toBeUndefined();
  });

  test("two processes count together", async () => {
    const limit = { name: randomUUID(), limit: 30, windowSeconds: 60 };
    const other = await openRedis({ url: redis.url, log, patienceMs: 3000 });
    const calls = [createRedisLimits(link, () => 0), createRedisLimits(other, () => 0)].flatMap((limits) =>
      Array.from({ length: 25 }, () => limits.take(limit, "ada")),
    );
    const allowed = (await Promise.all(calls)).filter((taken) => taken.allowed);
    expect(allowed).toHaveLength(30);
    other.close();
  });

  test("a server that has forgotten the script gets it again", async () => {
    const limit = { name: randomUUID(), limit: 3, windowSeconds: 60 };
    const limits = createRedisLimits(link, () => 0);
    await limits.take(limit, "ada");
    const operator = new Redis(redis.url);
    await operator.script("FLUSH");
    operator.disconnect();
    expect(await limits.take(limit, "ada")).toMatchObject({ allowed: true, remaining: 1 });
  });
});

describe.runIf(hasRedisServer)(`limits when Redis dies${whyNoServer}`, () => {
  test("memory takes over at once, and no process allows more than one limit of its own", async () => {
    const server = await startRedis();
    onTestFinished(server.stop);
    const open = () => createRedisKit({ url: server.url, registry: new Registry(), log, now: () => 0 });
    const kits = await Promise.all([open(), open()]);
    onTestFinished(async () => void (await Promise.all(kits.map((kit) => kit.close()))));
    const limit = { name: "write", limit: 20, windowSeconds: 60 };
    const takeAll = async (times: number) => {
      const calls = kits.flatMap(({ limits }) => Array.from({ length: times }, () => limits.take(limit, "ada")));
      return (await Promise.all(calls)).filter((taken) => taken.allowed).length;
    };

    const before = await takeAll(8);
    await server.stop();
    const started = performance.now();
    const after = (await takeAll(40)) + (await takeAll(40));

    expect(before).toBe(16);
    expect(after).toBe(2 * limit.limit);
    expect(before + after).toBeLessThanOrEqual(limit.limit * kits.length + limit.limit);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("what is marked so never leaves the process", async () => {
    const server = await startRedis();
    onTestFinished(server.stop);
    const kit = await createRedisKit({ url: server.url, registry: new Registry(), log, patienceMs: 3000 });
    onTestFinished(kit.close);
    const operator = new Redis(server.url);
    onTestFinished(() => operator.disconnect());
    await kit.limits.take({ name: "read", limit: 1, windowSeconds: 60, memoryOnly: true }, "address");
    expect(await operator.dbsize()).toBe(0);
    await kit.limits.take({ name: "read", limit: 1, windowSeconds: 60 }, "ada");
    expect(await operator.dbsize()).toBe(1);
  });
});
