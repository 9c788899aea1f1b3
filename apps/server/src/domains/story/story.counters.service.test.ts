import { expect, test } from "vitest";
import { actAtRandom } from "../../test/counting.ts";
import { ctxOf, make, runJobs } from "../../test/harness.ts";
import { checkCounters } from "./story.drift.service.ts";

test("200 acts of 8 clients at once: every counter is what it counts", { timeout: 60_000 }, async () => {
  expect(await actAtRandom({ total: 200, clients: 8 })).toBeGreaterThan(50);
  await runJobs();
  await checkCounters(ctxOf(make.system()));
});
