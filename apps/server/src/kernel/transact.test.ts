import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { type Kernel, once, openKernel } from "../test/kernel.ts";
import { AppError } from "./errors.ts";
import { defineEvent } from "./events.ts";
import { createLocalLive } from "./live.ts";
import { type Tx, transact } from "./transact.ts";

const Noted = defineEvent("test.noted", z.object({ label: z.string() }));
let kernel: Kernel;

beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());

async function note(tx: Tx, label: string): Promise<{ label: string; at: string }> {
  await tx.db.$executeRaw`INSERT INTO effect (label) VALUES (${label})`;
  tx.emit(Noted, { label });
  return { label, at: tx.now.toISOString() };
}
const effectsOf = async (label: string) => (await kernel.effects()).filter((effect) => effect === label);
const jobsOf = async (label: string) =>
  (await kernel.queued()).filter((job) => JSON.stringify(job.payload).includes(`"${label}"`));

test("an event goes away with the transaction that is rolled back", async () => {
  const failing = transact(kernel.ctx(), async (tx) => {
    await note(tx, "rolled back");
    throw new AppError("CONFLICT");
  });
  await expect(failing).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await effectsOf("rolled back")).toEqual([]);
  expect(await jobsOf("rolled back")).toEqual([]);

  await transact(kernel.ctx(), (tx) => note(tx, "committed"));
  expect(await jobsOf("committed")).toMatchObject([{ name: "event", payload: { name: "test.noted" } }]);
});

test("a hint is heard once all is committed, and never of what was rolled back or repeated", async () => {
  const heard: Promise<number>[] = [];
  const live = createLocalLive();
  live.listen("reader", () => void heard.push(effectsOf("hinted").then((effects) => effects.length)));
  const hint = (fails: boolean) =>
    transact(kernel.ctx({ live, once: once("hinted") }), async (tx) => {
      tx.announce("reader");
      tx.announce("reader");
      await note(tx, "hinted");
      if (fails) throw new AppError("CONFLICT");
      return null;
    });
  await expect(hint(true)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(heard).toEqual([]);
  await hint(false);
  await hint(false);
  expect(await Promise.all(heard)).toEqual([1]);
});

test("a write stands, whatever becomes of its hint", async () => {
  const live = { ...createLocalLive(), announce: () => Promise.reject(new Error("away")) };
  await transact(kernel.ctx({ live }), async (tx) => {
    tx.announce("reader");
    return note(tx, "unheard");
  });
  expect(await effectsOf("unheard")).toHaveLength(1);
});

test("fifty repeats at once have one effect and one answer", async () => {
  const calls = Array.from({ length: 50 }, () =>
    transact(kernel.ctx({ once: once("fifty") }), (tx) => note(tx, "fifty")),
  );
  const answers = await Promise.all(calls);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ label: "fifty" });
  expect(await effectsOf("fifty")).toHaveLength(1);
  expect(await jobsOf("fifty")).toHaveLength(1);
});

test("the same key with another input is refused", async () => {
  await transact(kernel.ctx({ once: once("reused", { title: "a" }) }), (tx) => note(tx, "reused"));
  const other = transact(kernel.ctx({ once: once("reused", { title: "b" }) }), (tx) => note(tx, "reused"));
  await expect(other).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  expect(await effectsOf("reused")).toHaveLength(1);
});

test("a refusal is not remembered: the same key may try again", async () => {
  const attempt = (isRefused: boolean) =>
    transact(kernel.ctx({ once: once("refused") }), async (tx) => {
      if (isRefused) throw new AppError("FORBIDDEN");
      return note(tx, "refused then allowed");
    });
  await expect(attempt(true)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(attempt(false)).resolves.toMatchObject({ label: "refused then allowed" });
});

test("a repeat finds everything when the first call's answer was lost on its way", async () => {
  const first = await transact(kernel.ctx({ once: once("lost") }), (tx) => note(tx, "lost"));
  expect(await transact(kernel.ctx({ once: once("lost") }), (tx) => note(tx, "lost"))).toEqual(first);
  expect(await effectsOf("lost")).toHaveLength(1);
});

test("a repeat after a crash between the work and the commit does the work", async () => {
  const crashed = transact(kernel.ctx({ once: once("crash") }), async (tx) => {
    await note(tx, "crash");
    await tx.db.$queryRaw`SELECT 1 FROM (SELECT pg_terminate_backend(pg_backend_pid())) AS killed`;
  });
  await expect(crashed).rejects.toThrow();
  expect(await effectsOf("crash")).toEqual([]);
  await transact(kernel.ctx({ once: once("crash") }), (tx) => note(tx, "crash"));
  expect(await effectsOf("crash")).toHaveLength(1);
});

test("an answer of nothing is repeated as nothing, and no answer is stored in clear", async () => {
  const nothing = () => transact(kernel.ctx({ once: once("nothing") }), async (tx) => void (await note(tx, "nothing")));
  expect(await nothing()).toBeUndefined();
  expect(await nothing()).toBeUndefined();
  await transact(kernel.ctx({ once: once("secret") }), async () => ({ apiKey: "mj_clear" }));
  const { rows } = await kernel.pool.query<{ answer: string }>("SELECT answer FROM idempotency");
  expect(rows.filter(({ answer }) => answer === null || answer.includes("mj_clear"))).toEqual([]);
});

test("a second transaction under one key is a mistake, said by name", async () => {
  const ctx = kernel.ctx({ once: once("twice") });
  await transact(ctx, (tx) => note(tx, "twice"));
  await expect(transact(ctx, (tx) => note(tx, "twice"))).rejects.toThrow(/split the job/);
});

test("a deadlock is tried again, and both writes happen", async () => {
  await kernel.pool.query("INSERT INTO effect (id, label) VALUES (-1, 'left'), (-2, 'right')");
  const both = { left: Promise.withResolvers<void>(), right: Promise.withResolvers<void>() };
  const lock = (first: number, second: number, mine: "left" | "right", other: "left" | "right") =>
    transact(kernel.ctx(), async (tx) => {
      await tx.db.$executeRaw`UPDATE effect SET label = label || '.' WHERE id = ${first}`;
      both[mine].resolve();
      await both[other].promise;
      await tx.db.$executeRaw`UPDATE effect SET label = label || '.' WHERE id = ${second}`;
    });
  await Promise.all([lock(-1, -2, "left", "right"), lock(-2, -1, "right", "left")]);
  const { rows } = await kernel.pool.query("SELECT label FROM effect WHERE id < 0 ORDER BY id DESC");
  expect(rows).toEqual([{ label: "left.." }, { label: "right.." }]);
});

test("a statement that runs too long is a refusal of its own", async () => {
  const slow = transact(kernel.ctx(), async (tx) => {
    await tx.db.$executeRaw`SET LOCAL statement_timeout = 50`;
    await tx.db.$executeRaw`SELECT pg_sleep(5)`;
  });
  await expect(slow).rejects.toMatchObject({ code: "TIMED_OUT" });
});

test("touched tags are dropped after the commit, and by a job only where other processes must hear of it", async () => {
  await transact(kernel.ctx(), async (tx) => tx.touch("story:1", "stories", "story:1"));
  expect(kernel.dropped).toEqual(["story:1", "stories"]);
  expect((await kernel.queued()).filter(({ name }) => name === "cache.drop")).toEqual([]);

  const shared = { ...kernel.ctx().cache, isShared: true, drop: () => Promise.reject(new Error("the bus is away")) };
  await transact(kernel.ctx({ cache: shared }), async (tx) => tx.touch("story:2"));
  expect((await kernel.queued()).filter(({ name }) => name === "cache.drop")).toMatchObject([
    { payload: { tags: ["story:2"] } },
  ]);
});

test("work that fails drops nothing", async () => {
  const before = kernel.dropped.length;
  const failing = transact(kernel.ctx(), async (tx) => {
    tx.touch("story:3");
    throw new AppError("CONFLICT");
  });
  await expect(failing).rejects.toThrow();
  expect(kernel.dropped).toHaveLength(before);
});

test("around the work go BEGIN, the claim, one statement for all that is left behind, and COMMIT", async () => {
  const statements = await statementsOf(() =>
    transact(kernel.ctx({ once: once("counted") }), async (tx) => {
      tx.audit({ act: "story.published", subject: "story:1" });
      tx.emit(Noted, { label: "one" });
      tx.emit(Noted, { label: "two" });
      return "done";
    }),
  );
  expect(statements).toHaveLength(4);
});

async function statementsOf(run: () => Promise<unknown>): Promise<unknown[]> {
  const query = vi.spyOn(Client.prototype, "query");
  await run();
  const calls = [...query.mock.calls];
  query.mockRestore();
  return calls;
}
