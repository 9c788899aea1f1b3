import { afterAll, expect, test } from "vitest";
import { post, startHttp, unlimited } from "../test/http.ts";
import { quantilesOf } from "../test/quantiles.ts";
import { join, password } from "../test/sign-in.ts";

const server = await startHttp({ ctxFor: unlimited });
afterAll(() => server.stop(0));
const people = await Promise.all(Array.from({ length: 20 }, () => join()));

test("while twenty people sign in at once, the process answers that it lives", { timeout: 180_000 }, async () => {
  await signIn(await join());
  const started = performance.now();
  const signIns = people.map(signIn);
  const { looks, at } = await lookWhile(Promise.all(signIns));
  const eachMs = (performance.now() - started) / people.length;
  expect(await Promise.all(signIns)).toEqual(people.map(() => 200));
  const told = [0.5, 0.99, 1].map((part) => `${at(part).toFixed(1)} ms`).join(", ");
  process.stdout.write(
    `/health/live: ${looks} looks, p50, p99, longest ${told}; a sign-in each ${eachMs.toFixed(1)} ms\n`,
  );
  // On the loop itself every look would wait for a whole one, however fast the machine and whoever else keeps it busy.
  expect(at(0.5)).toBeLessThan(eachMs / 2);
});

async function signIn({ email }: { email: string }): Promise<number> {
  const response = await fetch(`${server.address}/api/auth/sign-in`, post({ email, password }));
  return response.status;
}

async function lookWhile(work: Promise<unknown>) {
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  const waits: number[] = [];
  while (!isOver) {
    const started = performance.now();
    await (await fetch(`${server.address}/health/live`)).text();
    waits.push(performance.now() - started);
    // A look every few milliseconds: a loop without a pause would itself be the load.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { looks: waits.length, at: quantilesOf(waits) };
}
