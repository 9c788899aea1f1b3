import { afterAll, expect, test } from "vitest";
import { post, startHttp, unlimited } from "../test/http.ts";
import { join, password } from "../test/sign-in.ts";

const server = await startHttp({ ctxFor: unlimited });
afterAll(() => server.stop(0));
const people = await Promise.all(Array.from({ length: 20 }, () => join()));

test("while twenty people sign in at once, the process answers that it lives", { timeout: 120_000 }, async () => {
  let isOver = false;
  const signIns = Promise.all(
    people.map(
      async ({ email }) => (await fetch(`${server.address}/api/auth/sign-in`, post({ email, password }))).status,
    ),
  ).finally(() => {
    isOver = true;
  });
  const waits: number[] = [];
  while (!isOver) {
    const started = performance.now();
    const response = await fetch(`${server.address}/health/live`);
    await response.text();
    waits.push(performance.now() - started);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await signIns).toEqual(people.map(() => 200));
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  process.stdout.write(
    `/health/live during 20 sign-ins: ${waits.length} looks, p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, longest ${at(1).toFixed(1)} ms\n`,
  );
  expect(at(0.99)).toBeLessThanOrEqual(50);
});
