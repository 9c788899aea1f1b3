import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { checkDatabase, holdSingleProcess } from "./postgres-start.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());

const changed = (change: (url: URL) => void) => {
  const url = new URL(kernel.directUrl);
  change(url);
  return url.href;
};

test("a database that answers and tells our time is good", async () => {
  await expect(checkDatabase(kernel.directUrl)).resolves.toBeUndefined();
});

test.each([
  { hours: 1, words: /clock is 3600\.\d s behind this machine's/ },
  { hours: -1, words: /clock is 3[56]\d\d\.\d s ahead of this machine's/ },
])("a clock that is $hours h off is refused in a sentence", async ({ hours, words }) => {
  const start = checkDatabase(kernel.directUrl, () => Date.now() + hours * 3_600_000);
  await expect(start).rejects.toMatchObject({ name: "StartError", message: expect.stringMatching(words) });
});

test.each([
  {
    what: "nothing listens",
    change: (url: URL) => void (url.port = "1"),
    words: /127\.0\.0\.1:1 .*nothing listens there/,
  },
  {
    what: "no such database",
    change: (url: URL) => void (url.pathname = "/nowhere_test"),
    words: /nowhere_test at .*no such database/,
  },
  { what: "a wrong password", change: (url: URL) => void (url.password = "wrong-one"), words: /the password is wrong/ },
])("$what is refused in a sentence without the password", async ({ change, words }) => {
  const failure = await checkDatabase(changed(change)).catch((error: Error) => error);
  expect(failure).toMatchObject({ name: "StartError", message: expect.stringMatching(words) });
  expect(String(failure)).not.toContain("wrong-one");
});

test("a second process on the same database refuses; after the first has gone it may start", async () => {
  const lost = vi.fn<(why: string) => void>();
  const first = await holdSingleProcess(kernel.directUrl, lost);
  await expect(holdSingleProcess(kernel.directUrl, lost)).rejects.toThrow(
    "Another MueJam process already uses this database; without REDIS_URL only one can run.",
  );
  await first.release();
  const second = await holdSingleProcess(kernel.directUrl, lost);
  await second.release();
  expect(lost).not.toHaveBeenCalled();
});

test("who loses the connection that holds the lock is told once", async () => {
  const lost = vi.fn<(why: string) => void>();
  await holdSingleProcess(kernel.directUrl, lost);
  await kernel.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'muejam start' AND datname = current_database()`,
  );
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  // We are told as soon as the connection ends; Postgres lets go of its locks a moment later.
  const next = await vi.waitFor(() => holdSingleProcess(kernel.directUrl, lost), { timeout: 10_000 });
  await next.release();
  expect(lost).toHaveBeenCalledTimes(1);
});

test("the application's sessions give up on their own", async () => {
  const settings = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "application_name"];
  const rows = await kernel.db.$queryRaw`
    SELECT setting FROM pg_settings WHERE name = ANY (${settings}) ORDER BY name`;
  expect(rows).toEqual([{ setting: "kernel test" }, { setting: "20000" }, { setting: "2500" }, { setting: "5000" }]);
});
