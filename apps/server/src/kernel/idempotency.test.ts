import { afterAll, beforeAll, expect, test } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { hashInput } from "./idempotency.ts";
import { purgeIdempotency } from "./job-housekeeping.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());

test("the order of fields does not matter, the order of a list does", () => {
  expect(hashInput({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashInput({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(hashInput({ a: [1, 2] })).not.toBe(hashInput({ a: [2, 1] }));
  expect(hashInput(undefined)).not.toBe(hashInput(null));
});

test("half a character is refused, and no fault of ours", () => {
  expect(() => hashInput({ a: ["\ud800"] })).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
});

test("what a call answered is kept for a day, what a job did for a week", async () => {
  await kernel.pool.query(
    `INSERT INTO idempotency (scope, procedure, key, input_hash, created_at)
     SELECT scope, 'test', hours::text, '', now() - hours * interval '1 hour'
     FROM unnest(ARRAY['job', 'account:1']) AS scope, unnest(ARRAY[1, 23, 25, 167, 169]) AS hours`,
  );
  await purgeIdempotency.run(kernel.ctx(), {});
  const { rows } = await kernel.pool.query(
    "SELECT scope, array_agg(key::int ORDER BY key::int) AS hours FROM idempotency GROUP BY scope ORDER BY scope",
  );
  expect(rows).toEqual([
    { scope: "account:1", hours: [1, 23] },
    { scope: "job", hours: [1, 23, 25, 167] },
  ]);
});
