import { stat } from "node:fs/promises";
import { Registry } from "prom-client";
import { afterEach, expect, test, vi } from "vitest";
import {
  type Breaker,
  BreakerOpenError,
  createBreaker,
  guard,
  registerBreakerMetrics,
  TooSlowError,
} from "./breaker.ts";

const made: Breaker[] = [];
afterEach(() => {
  for (const breaker of made.splice(0)) breaker.close();
});
const open = (...given: Parameters<typeof createBreaker>) => {
  const breaker = createBreaker(...given);
  made.push(breaker);
  return breaker;
};

const works = async () => "fine";
const fails = () => Promise.reject(new Error("down"));

test("it opens after so many failures in a row, however many calls went well before", async () => {
  const breaker = open("vendor", { openAfter: 3 });
  for (let call = 0; call < 2000; call += 1) await breaker.run(works);
  for (let call = 0; call < 3; call += 1) await expect(breaker.run(fails)).rejects.toThrow("down");
  const ask = vi.fn(works);
  await expect(breaker.run(ask)).rejects.toThrow(BreakerOpenError);
  expect(ask).not.toHaveBeenCalled();
});

test("a success between failures starts the count again", async () => {
  const breaker = open("vendor", { openAfter: 2 });
  for (const work of [fails, works, fails]) await breaker.run<string>(work).catch(() => null);
  expect(await breaker.run(works)).toBe("fine");
});

test("after its rest it lets one call try, and closes when that works", async () => {
  const breaker = open("vendor", { openAfter: 1, resetMs: 30 });
  await expect(breaker.run(fails)).rejects.toThrow("down");
  await vi.waitFor(() => expect(breaker.state).toBe("half-open"));
  const [first, second] = await Promise.allSettled([breaker.run(works), breaker.run(works)]);
  expect(first).toMatchObject({ value: "fine" });
  expect(second).toMatchObject({ reason: expect.any(BreakerOpenError) });
  expect(breaker.state).toBe("closed");
});

test("a call that takes too long fails, and is told to stop", async () => {
  const breaker = open("vendor", { timeoutMs: 20 });
  let told: AbortSignal | undefined;
  const hangs = (signal: AbortSignal) => {
    told = signal;
    return new Promise<never>(() => {});
  };
  await expect(breaker.run(hangs)).rejects.toThrow(TooSlowError);
  expect(told?.aborted).toBe(true);
});

test("an answer that came while this process stood still is taken", async () => {
  const breaker = open("vendor", { timeoutMs: 20 });
  // From here the loop comes to its timers before it comes to the answer.
  await new Promise((resolve) => setImmediate(resolve));
  const asked = breaker.run(() => stat("."));
  const until = performance.now() + 60;
  while (performance.now() < until);
  expect((await asked).isDirectory()).toBe(true);
});

test("a refusal that was to be expected is passed on and does not open it", async () => {
  const breaker = open("vendor", { openAfter: 1, isExpected: (error) => error instanceof RangeError });
  for (let call = 0; call < 3; call += 1) {
    await expect(breaker.run(() => Promise.reject(new RangeError("404")))).rejects.toThrow("404");
  }
  expect(breaker.state).toBe("closed");
});

test("calls by the same name share one breaker, whose state is a metric", async () => {
  const registry = new Registry();
  registerBreakerMetrics(registry);
  await expect(guard("mail", { openAfter: 1 }, fails)).rejects.toThrow("down");
  await expect(guard("mail", { openAfter: 1 }, works)).rejects.toThrow(BreakerOpenError);
  expect(await guard("storage", {}, works)).toBe("fine");
  const text = await registry.metrics();
  expect(text).toContain('muejam_breaker_open{breaker="mail"} 1');
  expect(text).toContain('muejam_breaker_open{breaker="storage"} 0');
});
