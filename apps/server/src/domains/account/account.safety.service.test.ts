import { expect, test } from "vitest";
import { as, countQueries, make, refusal } from "../../test/harness.ts";

const dayMs = 86_400_000;

test("what happened lately is told newest first, page by page, to its owner alone", async () => {
  const [owner, stranger] = [await make.person(), await make.person()];
  for (const name of ["one", "two"]) await as(owner).account.createKey({ name, scopes: ["read"] });
  const { queries, result: first } = await countQueries(() => as(owner).account.securityEvents({ limit: 2 }));
  // One of them is the door, which asks whether the session still runs.
  expect(queries).toBeLessThanOrEqual(2);
  expect(first.items.map(({ kind }) => kind)).toEqual(["key_created", "key_created"]);
  const cursor = first.nextCursor ?? "";
  const second = await as(owner).account.securityEvents({ limit: 2, cursor });
  expect(second).toMatchObject({
    items: [{ kind: "account_opened", detail: { issuer: "built-in" } }],
    nextCursor: null,
  });
  expect((await as(stranger).account.securityEvents({})).items).toHaveLength(1);
  await expect(as(stranger).account.securityEvents({ cursor })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
});

test("after 90 days it is told no more", async () => {
  const owner = await make.person();
  const seenAfter = async (days: number) => {
    const now = () => new Date(Date.now() + days * dayMs);
    return (await as(owner, { now }).account.securityEvents({})).items.length;
  };
  expect([await seenAfter(89), await seenAfter(91)]).toEqual([1, 0]);
});

test("a program learns nothing of it", async () => {
  for (const [who, code] of [
    [make.visitor(), "SIGN_IN_REQUIRED"],
    [make.key(), "PERSON_REQUIRED"],
  ] as const)
    await expect(as(who).account.securityEvents({})).rejects.toMatchObject(refusal(code));
});
