import { cloneDatabase } from "@muejam/db/testing/databases";
import type {} from "@muejam/db/testing/global-setup";
import { inject } from "vitest";
import { hashInput, type Once } from "../kernel/idempotency.ts";
import { openKernelAt } from "./kernel-parts.ts";

export type Kernel = Awaited<ReturnType<typeof openKernel>>;

/** A database of its own with the kernel's parts on it, and a table for effects; no domain, no HTTP. */
export async function openKernel() {
  const database = await cloneDatabase(inject("testRun"));
  const kernel = await openKernelAt(database.directUrl);
  await kernel.pool.query("CREATE TABLE effect (id bigserial PRIMARY KEY, label text NOT NULL)");
  return {
    ...kernel,
    async close() {
      await kernel.close();
      await database.drop();
    },
  };
}

export const once = (key: string, input: unknown = {}): Once => ({
  scope: "account:1",
  procedure: "story.publish",
  key,
  inputHash: hashInput(input),
});
