import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../infra/local/postgres.ts";
import { startTestRun, type TestRun } from "./databases.ts";
import { withOwner } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    testRun: TestRun;
  }
}

/** Runs once before all test files. Only TEST_DATABASE_URL is ever looked at, never the application's own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? { url: given, stop: async () => undefined } : await startEmbedded();
  const { end, ...run } = await startTestRun(server.url);
  provide("testRun", run);
  return async () => {
    await end();
    await server.stop();
  };
}

async function startEmbedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), "muejam-test-"));
  const server = await startPostgres({
    folder: join(home, "postgres"),
    log: join(home, "postgres.log"),
    password: "test",
    isDisposable: true,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  await withOwner(server.url("postgres"), (client) => client.query("CREATE DATABASE muejam_test"));
  return { url: server.url("muejam_test"), stop };
}
