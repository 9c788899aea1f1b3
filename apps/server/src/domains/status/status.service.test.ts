import { randomUUID } from "node:crypto";
import { Component, type StatusNow } from "@muejam/contracts/status";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, eventsAbout, make, runJob, runJobs } from "../../test/harness.ts";

const troublesWith = (status: StatusNow, component: Component) =>
  status.components.find((one) => one.component === component)?.troubleCount;

test("the last look at each component is shown to everybody", async () => {
  await runJob("status.check");
  const { components } = await as(make.visitor()).status.now();
  expect(components.map(({ component }) => component)).toEqual(Component.options);
  for (const { latest } of components) expect(latest).toMatchObject({ isUp: true });
});

test("what is shown to all is read from the database once", async () => {
  await as(make.visitor()).status.now();
  const { queries } = await countQueries(() => as(make.visitor()).status.now());
  expect(queries).toBe(0);
});

test("the history is walked page by page, also for one component", async () => {
  for (const _ of [1, 2, 3]) await runJob("status.check");
  const visitor = as(make.visitor());
  const first = await visitor.status.history({ component: "database", limit: 2 });
  const { queries, result: second } = await countQueries(() =>
    visitor.status.history({ component: "database", limit: 2, cursor: first.nextCursor ?? "" }),
  );
  expect(queries).toBeLessThanOrEqual(1);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(first.items.every(({ component }) => component === "database")).toBe(true);
  await expect(visitor.status.history({ cursor: first.nextCursor ?? "" })).rejects.toMatchObject({
    cause: { code: "CURSOR_INVALID" },
  });
});

test("a report counts once, makes us look again, and can be taken back once", async () => {
  const visitor = as(make.visitor());
  const { queries, result } = await countQueries(() => visitor.status.reportTrouble({ component: "jobs" }));
  expect(queries).toBeLessThanOrEqual(5);
  expect(troublesWith(result.status, "jobs")).toBe(1);
  expect(await eventsAbout("jobs")).toMatchObject([{ name: "status.troubleReported", data: { component: "jobs" } }]);
  await runJobs();
  const { items } = await visitor.status.history({ component: "jobs", limit: 1 });
  expect(Date.parse(items[0]?.checkedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);

  expect(troublesWith(await visitor.status.withdrawTrouble({ receipt: result.receipt }), "jobs")).toBe(0);
  await expect(visitor.status.withdrawTrouble({ receipt: result.receipt })).rejects.toMatchObject({
    cause: { code: "TROUBLE_ALREADY_WITHDRAWN" },
  });
  await expect(visitor.status.reportTrouble({ component: "jobs" })).resolves.toBeDefined();
});

test("the same person's second report within the hour is refused, another person's counts", async () => {
  const [one, other] = [as(make.visitor()), as(make.visitor())];
  await one.status.reportTrouble({ component: "cache" });
  await expect(one.status.reportTrouble({ component: "cache" })).rejects.toMatchObject({
    cause: { code: "TROUBLE_ALREADY_REPORTED" },
  });
  const { status } = await other.status.reportTrouble({ component: "cache" });
  expect(troublesWith(status, "cache")).toBe(2);
});

test.each(["", "x", "k1.AAAA.BBBB", randomUUID()])("the receipt %j belongs to no report", async (receipt) => {
  const withdrawn = as(make.visitor()).status.withdrawTrouble({ receipt });
  await expect(withdrawn).rejects.toMatchObject({ code: receipt === "" ? "BAD_REQUEST" : "NOT_FOUND" });
});

test("a repeat under the same key has the first one's effect and its very answer", async () => {
  const [visitor, idempotencyKey] = [make.visitor(), randomUUID()];
  const report = () => as(visitor, { idempotencyKey }).status.reportTrouble({ component: "database" });
  const answers = await Promise.all(Array.from({ length: 50 }, report));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { components } = await as(make.visitor()).status.now();
  expect(troublesWith({ components }, "database")).toBe(1);
  const other = as(visitor, { idempotencyKey }).status.reportTrouble({ component: "cache" });
  await expect(other).rejects.toMatchObject({ cause: { code: "IDEMPOTENCY_KEY_REUSED" } });
});

test("old checks and reports are purged, young ones stay", async () => {
  const { db } = ctxOf(make.system());
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const check = (days: number) => ({
    id: randomUUID(),
    component: "jobs",
    checkedAt: daysAgo(days),
    isUp: true,
    latencyMs: 1,
  });
  const trouble = (days: number) => ({ id: randomUUID(), component: "jobs", reporter: "r", reportedAt: daysAgo(days) });
  const [checks, troubles] = [
    [check(34), check(36)],
    [trouble(6), trouble(8)],
  ];
  await db.statusCheck.createMany({ data: checks });
  await db.statusTrouble.createMany({ data: troubles });
  await runJob("status.purge");
  const left = { where: { id: { in: [...checks, ...troubles].map(({ id }) => id) } }, select: { id: true } };
  expect(await db.statusCheck.findMany(left)).toEqual([{ id: checks[0]?.id }]);
  expect(await db.statusTrouble.findMany(left)).toEqual([{ id: troubles[0]?.id }]);
});
