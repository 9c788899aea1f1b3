import { vi } from "vitest";
import { createResendMailer } from "../adapters/resend.ts";
import { type Mail, sendMail } from "../kernel/mail.ts";
import { mailJobs } from "../kernel/mail-delivery.ts";
import type { Mailer } from "../kernel/mailer.ts";
import { transact } from "../kernel/transact.ts";
import { startFakeResend } from "./fake-resend.ts";
import { runDue, tasksOf } from "./job-tasks.ts";
import { openKernel } from "./kernel.ts";

export type SendRow = {
  id: string;
  state: string;
  provider: string | null;
  providerId: string | null;
  attempts: number;
  lastError: string | null;
  props: string | null;
};

/** The kernel's parts with the real Resend adapter before a fake Resend, and a clock that can be pushed. */
export async function openMailBench() {
  const [kernel, resend] = await Promise.all([openKernel(), startFakeResend()]);
  const open = () =>
    createResendMailer({
      apiKey: "re_test",
      baseUrl: resend.url,
      from: "MueJam <mail@muejam.example>",
      timeoutMs: 300,
    });
  let mailer: Mailer & { close(): void } = open();
  const { pool } = kernel;

  const run = async (using: Mailer = mailer) => {
    await runDue(
      pool,
      tasksOf(mailJobs, ({ once }) => kernel.ctx({ mailer: using, once })),
    );
    // The queue does not wait for its own note that a job is done.
    await vi.waitUntil(async () => (await pool.query(HELD)).rowCount === 0, { timeout: 5000, interval: 5 });
  };

  return {
    ...kernel,
    resend,
    mailer: () => mailer,
    /** As after a restart of the process: the breaker has forgotten what it saw. */
    restart() {
      mailer.close();
      mailer = open();
    },
    send: (mail: Mail) => transact(kernel.ctx(), (tx) => sendMail(tx, mail)),
    run,
    /** In how many seconds each waiting job will run. */
    async waits(): Promise<number[]> {
      const { rows } = await pool.query<{ wait: number }>(
        "SELECT extract(epoch FROM run_at - now())::float8 AS wait FROM graphile_worker._private_jobs WHERE locked_at IS NULL",
      );
      return rows.map(({ wait }) => wait);
    },
    /** Runs what waits as if its time had come, until nothing waits or `times` is used up. */
    async runLater(times = 1) {
      for (let left = times; left > 0; left -= 1) {
        await pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL");
        await run();
      }
    },
    async row(key: string): Promise<SendRow> {
      const { rows } = await pool.query<SendRow>(
        `SELECT id, state, provider, provider_id AS "providerId", attempts, last_error AS "lastError", props
         FROM mail_send WHERE key = $1`,
        [key],
      );
      const [row] = rows;
      if (!row) throw new Error(`There is no mail ${key}.`);
      return row;
    },
    async close() {
      mailer.close();
      await resend.stop();
      await kernel.close();
    },
  };
}

const HELD = "SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL";
