import { expect, test } from "vitest";
import { defineWarmUp, warmUp } from "./cache-warm.ts";
import type { Ctx } from "./ctx.ts";

test("every warm-up runs, and one that fails is logged and stops nothing", async () => {
  const { ctx, logged } = fakeCtx();
  const ran: string[] = [];
  const fails = defineWarmUp("home", () => Promise.reject(new Error("no database")));
  const works = defineWarmUp("trending", async () => void ran.push("trending"));
  await warmUp(ctx, [fails, works]);
  expect(ran).toEqual(["trending"]);
  expect(logged).toEqual(["error warm-up failed", "info warmed up"]);
});

test("a start does not wait for a warm-up that hangs", async () => {
  const { ctx, logged } = fakeCtx();
  await warmUp(ctx, [defineWarmUp("home", () => new Promise(() => {}))], 20);
  expect(logged).toEqual(["warn warm-up goes on behind the first readers"]);
});

function fakeCtx() {
  const logged: string[] = [];
  const note = (level: string) => (_what: unknown, message: string) => void logged.push(`${level} ${message}`);
  const log = { info: note("info"), warn: note("warn"), error: note("error") };
  return { ctx: { log } as Partial<Ctx> as Ctx, logged };
}
