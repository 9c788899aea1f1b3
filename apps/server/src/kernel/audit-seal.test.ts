import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { sealAudit } from "./audit-seal.ts";
import { type AuditVerdict, verifyAudit, verifyAuditNightly } from "./audit-verify.ts";
import { runJobCommand } from "./job-command.ts";
import type { JobRunners } from "./job-runners.ts";
import { transact } from "./transact.ts";

let kernel: Kernel;
let runners: JobRunners;
beforeAll(async () => {
  kernel = await openKernel();
  runners = await kernel.startJobs([]);
});
afterAll(async () => {
  await runners.stop();
  await kernel.close();
});

const write = (subject: string) =>
  transact(kernel.ctx(), async (tx) => tx.audit({ act: "role.granted", subject, detail: { role: "moderator", n: 1 } }));
const isComplete = ({ sealed, unsealed }: AuditVerdict, count: number) => sealed >= count && unsealed === 0;
const complete = (count: number, ms = 5000) =>
  vi.waitFor(async () => expect(isComplete(await verifyAudit(kernel.ctx()), count)).toBe(true), {
    timeout: ms,
    interval: 25,
  });

/** What only somebody with the server's own keys can do. */
async function tamper(sql: string): Promise<void> {
  await kernel.pool.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = DEFAULT`);
}

test("twenty writers at once leave a whole chain within five seconds", async () => {
  const writers = Array.from({ length: 20 }, async (_, writer) => {
    for (const entry of [1, 2, 3]) await write(`story:${writer}.${entry}`);
  });
  await Promise.all(writers);
  await complete(60);
  const verdict = await verifyAudit(kernel.ctx());
  expect(verdict).toMatchObject({ sealed: 60, unsealed: 0, breaks: [] });
  expect(await runJobCommand(kernel.ctx(), ["audit"])).toBe(
    `The audit is whole: 60 entries are sealed, the last as ${verdict.head}.`,
  );
});

test("an entry waits for every transaction that could still come before it", async () => {
  const { sealed } = await verifyAudit(kernel.ctx());
  const early = await kernel.pool.connect();
  await early.query("BEGIN; INSERT INTO audit_entry (actor, act, subject) VALUES ('early', 'act', 'x')");
  await write("late");
  await kernel.pool.query("INSERT INTO effect (label) VALUES ('later')");
  await sealAudit.run(kernel.ctx(), {});
  expect(await verifyAudit(kernel.ctx())).toMatchObject({ sealed, unsealed: 1 });
  await early.query("COMMIT");
  early.release();
  await complete(sealed + 2);
  const { rows } = await kernel.pool.query<{ actor: string }>(
    "SELECT actor FROM audit_seal JOIN audit_entry USING (seq) ORDER BY position DESC LIMIT 2",
  );
  expect(rows.map(({ actor }) => actor)).toEqual(["system:test", "early"]);
});

test("an altered entry is named, by the verifier, at the terminal and by the nightly job", async () => {
  await tamper("UPDATE audit_entry SET actor = 'nobody' WHERE seq = 7");
  expect((await verifyAudit(kernel.ctx())).breaks).toEqual([{ seq: "7", fault: "altered" }]);
  expect(await runJobCommand(kernel.ctx(), ["audit"])).toBe("Entry 7 was altered.");
  await expect(verifyAuditNightly.run(kernel.ctx(), {})).rejects.toThrow("Entry 7 was altered.");
  await tamper("UPDATE audit_entry SET actor = 'system:test' WHERE seq = 7");
  await expect(verifyAuditNightly.run(kernel.ctx(), {})).resolves.toBeUndefined();
});

test.each(["at = at + interval '1 microsecond'", `detail = '{"n": 2}'`, "purpose = ''", "tx = '3'", "subject = 'x'"])(
  "SET %s is seen",
  async (change) => {
    await kernel.pool.query("CREATE TABLE kept AS SELECT * FROM audit_entry WHERE seq = 9");
    await tamper(`UPDATE audit_entry SET ${change} WHERE seq = 9`);
    expect((await verifyAudit(kernel.ctx())).breaks).toEqual([{ seq: "9", fault: "altered" }]);
    await tamper(`DELETE FROM audit_entry WHERE seq = 9; INSERT INTO audit_entry SELECT * FROM kept`);
    await kernel.pool.query("DROP TABLE kept");
    expect((await verifyAudit(kernel.ctx())).breaks).toEqual([]);
  },
);

test("an entry that is gone, and one that was put in afterwards, are named", async () => {
  await tamper("CREATE TABLE kept AS SELECT * FROM audit_entry WHERE seq = 11; DELETE FROM audit_entry WHERE seq = 11");
  expect((await verifyAudit(kernel.ctx())).breaks).toEqual([{ seq: "11", fault: "gone" }]);
  await tamper(
    "INSERT INTO audit_entry SELECT * FROM kept; INSERT INTO audit_entry SELECT 999, at, 'me', act, subject, purpose, detail, tx FROM kept",
  );
  expect((await verifyAudit(kernel.ctx())).breaks).toEqual([{ seq: "999", fault: "smuggled" }]);
});
