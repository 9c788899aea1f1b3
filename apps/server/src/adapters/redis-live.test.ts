import { randomUUID } from "node:crypto";
import pino from "pino";
import { Registry } from "prom-client";
import { describe, expect, test, vi } from "vitest";
import { describeRedis, hasRedisServer, startRedis, whyNoServer } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";

const log = pino({ level: "silent" });
const open = (url: string) => createRedisKit({ url, registry: new Registry(), log, patienceMs: 3000 });

describeRedis("hints through Redis", (redis) => {
  test("every process hears of a profile, the one that spoke only once", async () => {
    const [here, there] = [await open(redis.url), await open(redis.url)];
    await reach(here, there);
    await reach(there, here);
    const profileId = randomUUID();
    const heard = { here: vi.fn<() => void>(), there: vi.fn<() => void>(), other: vi.fn<() => void>() };
    here.live.listen(profileId, heard.here);
    there.live.listen(profileId, heard.there);
    there.live.listen(randomUUID(), heard.other);

    await there.live.announce([randomUUID(), profileId]);
    await vi.waitFor(() => expect(heard.here).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(heard.there).toHaveBeenCalledOnce();
    expect(heard.other).not.toHaveBeenCalled();
    await Promise.all([here.close(), there.close()]);
  });
});

describe.runIf(hasRedisServer)(`hints and the fate of a Redis${whyNoServer}`, () => {
  test("without Redis a process hears itself, and after an outage the others again", { timeout: 30_000 }, async () => {
    const server = await startRedis();
    const [here, there] = [await open(server.url), await open(server.url)];
    const profileId = randomUUID();
    const heard = vi.fn<() => void>();
    here.live.listen(profileId, heard);
    server.signal("SIGKILL");
    await vi.waitFor(() => expect(here.live.announce([profileId])).rejects.toThrow(), { timeout: 10_000 });
    expect(heard).toHaveBeenCalled();

    await server.restart();
    await reach(here, there);
    await Promise.all([here.close(), there.close()]);
    await server.stop();
  });
});

type Kit = Awaited<ReturnType<typeof open>>;

/** Until one process hears the other: what is said before it listens is lost. */
async function reach(speaker: Kit, listener: Kit): Promise<void> {
  const profileId = randomUUID();
  const heard = vi.fn<() => void>();
  listener.live.listen(profileId, heard);
  await vi.waitFor(
    async () => {
      await speaker.live.announce([profileId]);
      expect(heard).toHaveBeenCalled();
    },
    { timeout: 20_000, interval: 100 },
  );
}
