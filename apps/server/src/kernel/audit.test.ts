import { afterAll, beforeAll, expect, test } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { transact } from "./transact.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
  await transact(kernel.ctx(), async (tx) => {
    tx.audit({ act: "story.taken_down", subject: "story:1", purpose: "case:7", detail: { rule: "spam", version: 3 } });
    tx.audit({ act: "story.restored", subject: "story:1" });
  });
});
afterAll(() => kernel.close());

test("acts are written down with who did them, in order, at the instant of their transaction", async () => {
  const { rows } = await kernel.pool.query("SELECT * FROM audit_entry ORDER BY seq");
  expect(rows).toMatchObject([
    { actor: "system:test", act: "story.taken_down", purpose: "case:7", detail: { rule: "spam", version: 3 } },
    { actor: "system:test", act: "story.restored", subject: "story:1", purpose: null, detail: {} },
  ]);
  expect(rows[0].at).toEqual(rows[1].at);
});

const changes = [
  "UPDATE audit_entry SET act = 'nothing'",
  "DELETE FROM audit_entry",
  "DELETE FROM audit_entry WHERE false",
  "TRUNCATE audit_entry CASCADE",
  "UPDATE audit_seal SET hash = ''",
  "DELETE FROM audit_seal",
  "TRUNCATE audit_seal",
];

test.each(changes)("the application may not %s", async (change) => {
  await expect(kernel.db.$executeRawUnsafe(change)).rejects.toThrow(/permission denied/);
});

test.each(changes)("the owner may not %s", async (change) => {
  await expect(kernel.pool.query(change)).rejects.toThrow(/append-only/);
});
