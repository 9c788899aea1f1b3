import { expect, test, vi } from "vitest";
import { createLocalLive, hintsFor } from "./live.ts";

const never = new AbortController().signal;
const hour = 3_600_000;

test("a hint reaches whoever listens for that profile, until they stop", async () => {
  const live = createLocalLive();
  const [mine, other] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stop = live.listen("mine", mine);
  const stopAgain = live.listen("mine", mine);
  live.listen("other", other);
  await live.announce(["mine"]);
  expect(mine).toHaveBeenCalledTimes(2);
  stop();
  await live.announce(["mine", "nobody"]);
  expect(mine).toHaveBeenCalledTimes(3);
  stopAgain();
  await live.announce(["mine"]);
  expect(mine).toHaveBeenCalledTimes(3);
  expect(other).not.toHaveBeenCalled();
});

test("hints that come while nobody waits are one, and are not lost", async () => {
  const live = createLocalLive();
  const hints = hintsFor(live, "mine", never);
  await live.announce(["mine"]);
  await live.announce(["mine"]);
  await hints.next(hour);

  const second = hints.next(hour).then(() => "woken");
  expect(await Promise.race([second, Promise.resolve("waits")])).toBe("waits");
  await live.announce(["mine"]);
  expect(await second).toBe("woken");
  hints.close();
});

test("waiting ends with the patience and with the stream, without a hint", async () => {
  const stop = new AbortController();
  const hints = hintsFor(createLocalLive(), "mine", stop.signal);
  await expect(hints.next(1)).resolves.toBeUndefined();
  const waiting = hints.next(hour);
  stop.abort();
  await waiting;
  await expect(hints.next(hour)).resolves.toBeUndefined();
  hints.close();
});
