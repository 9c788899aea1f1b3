import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { daysBefore } from "../../kernel/days.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJob } from "../../test/harness.ts";
import { daysKept } from "./{{name}}.policy.ts";

test("what a member adds is on their list, newest first, and is announced", async () => {
  const member = as(make.member());
  await member.{{name}}.add({ name: "one" });
  const { queries, result } = await countQueries(() => member.{{name}}.add({ name: " two " }));
  expect(queries).toBeLessThanOrEqual(4);
  expect(result.name).toBe("two");
  expect(await eventsAbout(result.id)).toEqual([{ name: "{{name}}.added", data: { id: result.id } }]);
  const { items } = await member.{{name}}.list({});
  expect(items.map(({ name }) => name)).toEqual(["two", "one"]);
});

test("a list is walked page by page in one statement each, and only by its owner", async () => {
  const [one, other] = [as(make.member()), as(make.member())];
  for (const name of ["a", "b", "c"]) await one.{{name}}.add({ name });
  const first = await one.{{name}}.list({ limit: 2 });
  const cursor = first.nextCursor ?? "";
  const { queries, result } = await countQueries(() => one.{{name}}.list({ limit: 2, cursor }));
  expect(queries).toBe(1);
  expect([...first.items, ...result.items].map(({ name }) => name)).toEqual(["c", "b", "a"]);
  expect(result.nextCursor).toBeNull();
  expect((await other.{{name}}.list({})).items).toEqual([]);
  await expect(other.{{name}}.list({ cursor })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
});

test("a name is taken once, until its entry is removed", async () => {
  const member = as(make.member());
  const { id } = await member.{{name}}.add({ name: "one" });
  await expect(member.{{name}}.add({ name: "one" })).rejects.toMatchObject(refusal("CONFLICT"));
  await expect(as(make.member()).{{name}}.add({ name: "one" })).resolves.toBeDefined();
  await member.{{name}}.remove({ id });
  await expect(member.{{name}}.add({ name: "one" })).resolves.toBeDefined();
});

test("an entry is removed once, by its owner", async () => {
  const [one, other] = [as(make.member()), as(make.member())];
  const { id } = await one.{{name}}.add({ name: "one" });
  await expect(other.{{name}}.remove({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const { queries } = await countQueries(() => one.{{name}}.remove({ id }));
  expect(queries).toBeLessThanOrEqual(3);
  expect((await one.{{name}}.list({})).items).toEqual([]);
  await expect(one.{{name}}.remove({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(one.{{name}}.remove({ id: randomUUID() })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a list has an owner, so visitors have none", async () => {
  const visitor = as(make.visitor());
  await expect(visitor.{{name}}.list({})).rejects.toMatchObject(refusal("SIGN_IN_REQUIRED"));
  await expect(visitor.{{name}}.add({ name: "one" })).rejects.toMatchObject(refusal("SIGN_IN_REQUIRED"));
  await expect(visitor.{{name}}.remove({ id: randomUUID() })).rejects.toMatchObject(refusal("SIGN_IN_REQUIRED"));
});

test("the nightly purge takes what was removed long ago, and nothing else", async () => {
  const member = as(make.member());
  const { db } = ctxOf(make.system());
  const [kept, lately, longAgo] = [
    await member.{{name}}.add({ name: "kept" }),
    await member.{{name}}.add({ name: "lately" }),
    await member.{{name}}.add({ name: "long ago" }),
  ];
  for (const { id } of [lately, longAgo]) await member.{{name}}.remove({ id });
  const then = daysBefore(new Date(), daysKept + 1);
  await db.{{name}}.update({ where: { id: longAgo.id }, data: { createdAt: then, removedAt: then } });
  await runJob("{{name}}.purge");
  const ids = [kept, lately, longAgo].map(({ id }) => id);
  const left = await db.{{name}}.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" } });
  expect(left.map(({ name }) => name)).toEqual(["kept", "lately"]);
});
