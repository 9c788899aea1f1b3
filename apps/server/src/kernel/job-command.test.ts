import { afterAll, beforeAll, expect, test } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { runJobCommand } from "./job-command.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());

const command = (...typed: string[]) => runJobCommand(kernel.ctx(), typed);

test("an empty queue is said to be empty", async () => {
  expect(await command("queue")).toBe("The queue is empty.");
  expect(await command("failed")).toBe("No job has failed.");
});

test("failed jobs are shown with their reason on one line, and wait again on demand", async () => {
  await kernel.pool.query(`SELECT graphile_worker.add_job('mail.send'), graphile_worker.add_job('mail.send')`);
  await kernel.pool.query(
    `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = E'no route\\n  to host' WHERE id = 1`,
  );
  expect(await command("queue")).toBe("job        waiting  running  failed\nmail.send  1        0        1");
  expect(await command("failed")).toMatch(/^1 {2}mail\.send {2}25 tries {2}\S+Z {2}no route to host$/);
  expect(await command("retry", "1", "2")).toBe("Waiting again: 1. Not failed, so left alone: 2.");
  expect(await command("failed")).toBe("No job has failed.");
});

test.each([[[]], [["retry"]], [["undo"]], [["retry", "1; drop"]]])("%j is answered by a sentence", async (typed) => {
  await expect(command(...typed)).rejects.toMatchObject({ name: "StartError" });
});
