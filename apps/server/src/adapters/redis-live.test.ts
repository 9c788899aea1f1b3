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
    const profileId = randomUUID();
    const heard = { here: vi.fn<() => void>(), there: vi.fn<() => void>(), other: vi.fn<() => void>() };
    here.live.listen(profileId, heard.here);
    there.live.listen(profileId, heard.there);
    there.live.listen(randomUUID(), heard.other);

    await vi.waitFor(async () => {
      await here.live.announce([randomUUID(), profileId]);
      expect(heard.there).toHaveBeenCalled();
    });
    const spoken = heard.here.mock.calls.length;
    await there.live.announce([profileId]);
    await vi.waitFor(() => expect(heard.here).toHaveBeenCalledTimes(spoken + 1));
    expect(heard.there).toHaveBeenCalledTimes(spoken + 1);
    expect(heard.other).not.toHaveBeenCalled();
    await Promise.all([here.close(), there.close()]);
  });
});

describe.runIf(hasRedisServer)(`hints and the fate of a Redis${whyNoServer}`, () => {
  test("without Redis a process hears itself, and after an outage the others again", { timeout: 30_000 }, async () => {
    const server = await startRedis();
    const [here, there] = [await open(server.url), await open(server.url)];
    const profileId = randomUUID();
    const heard = { here: vi.fn<() => void>(), there: vi.fn<() => void>() };
    here.live.listen(profileId, heard.here);
    there.live.listen(profileId, heard.there);
    server.signal("SIGKILL");
    await vi.waitFor(() => expect(here.live.announce([profileId])).rejects.toThrow());
    expect(heard.here).toHaveBeenCalled();

    await server.restart();
    heard.there.mockClear();
    await vi.waitFor(
      async () => {
        await here.live.announce([profileId]);
        expect(heard.there).toHaveBeenCalled();
      },
      { timeout: 20_000, interval: 100 },
    );
    await Promise.all([here.close(), there.close()]);
    await server.stop();
  });
});
