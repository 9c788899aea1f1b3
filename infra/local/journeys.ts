import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.ts";
import { messageOf } from "./fault.ts";
import { checkout } from "./home.ts";
import { type PlaywrightReport, reportOfJourneys } from "./journeys-report.ts";
import { freshKeys } from "./keys.ts";
import { sowLibrary } from "./library.ts";
import { freePort } from "./port.ts";
import { freshDatabase } from "./scratch-database.ts";
import { spawnServer, waitUntilReady } from "./server.ts";
import { execute, printStep, type TestRun } from "./step.ts";
import { type Tally, tallyOf } from "./tally.ts";

const DATABASE = "muejam_journeys_test";
const providerKeys = {
  GOOGLE_CLIENT_ID: "muejam.apps.googleusercontent.com",
  GOOGLE_CLIENT_SECRET: "only for tests",
  GITHUB_CLIENT_ID: "muejam.apps.googleusercontent.com",
  GITHUB_CLIENT_SECRET: "only for tests",
};

/** Null when there are none of the kind asked for: deep journeys are only written where they are needed. */
export async function runJourneys(run: TestRun): Promise<Tally | null> {
  if (run.isDeep && globSync("apps/web/e2e/**/*.e2e-deep.ts", { cwd: checkout }).length === 0) return null;
  if (run.signal.aborted) return null;
  const startedAt = performance.now();
  try {
    return await runAgainstServer(run);
  } catch (error) {
    printStep("journeys", { code: 1, output: messageOf(error), ms: performance.now() - startedAt });
    return {
      runner: "journeys",
      passed: 0,
      failures: [`journeys did not run: ${messageOf(error).split("\n")[0]}`],
      skips: [],
    };
  }
}

async function runAgainstServer(run: TestRun): Promise<Tally> {
  const browser = await findBrowser(join(run.folder, "../browser"), run.env);
  if (!browser) throw new Error("No browser starts on this machine; install chromium, or name one in CHROME_PATH.");
  console.log(`  Browser: ${browser.note}`);
  const { LD_LIBRARY_PATH, ...browserEnv } = browser.env;
  const log = join(run.folder, "journeys-server.log");
  rmSync(log, { force: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const urls = await freshDatabase(run.env["TEST_DATABASE_URL"] ?? "", DATABASE);
  // A site whose pages may call: a journey answers there.
  const elsewhere = `http://127.0.0.1:${await freePort()}`;
  // Each journey says where it comes from, as a proxy would for people.
  const place = { EMBEDDED: "postgres", HOST: "127.0.0.1", PORT: String(port), TRUSTED_PROXIES: "127.0.0.1" };
  // The journeys themselves answer there, in the place of other services.
  const providers = { PROVIDERS_ORIGIN: `http://127.0.0.1:${await freePort()}`, ...providerKeys };
  const serverEnv = { ...run.env, ...urls, ...freshKeys("test"), ...place, ...providers, ALLOWED_ORIGINS: elsewhere };
  await sowLibrary({ env: serverEnv, signal: run.signal });
  const server = spawnServer("main", { env: serverEnv, log });
  try {
    await waitUntilReady(address, [server], run.signal);
    const file = join(run.folder, "journeys.json");
    rmSync(file, { force: true });
    const own = {
      BASE_URL: address,
      SERVER_LOG: log,
      ELSEWHERE: elsewhere,
      PROVIDERS_ORIGIN: providers.PROVIDERS_ORIGIN,
      CHROME_PATH: browser.executablePath,
      ...(LD_LIBRARY_PATH && { CHROME_LIBS: LD_LIBRARY_PATH }),
    };
    const env = { ...run.env, ...browserEnv, ...own, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const command = [
      "apps/web/node_modules/.bin/playwright",
      "test",
      "--config",
      "apps/web/playwright.config.ts",
      "--reporter=list,json",
    ];
    const outcome = await execute(command, { env, signal: run.signal, limitSeconds: 1_200 });
    printStep("journeys", outcome);
    return tallyOf("journeys", readReport(file), outcome.code);
  } catch (error) {
    throw new Error(`${messageOf(error) || "the server did not start"}\n${tail(log)}`, { cause: error });
  } finally {
    await server.stop();
  }
}

function readReport(file: string): ReturnType<typeof reportOfJourneys> | null {
  return existsSync(file) ? reportOfJourneys(JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport) : null;
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-20).join("\n") : "";
}
