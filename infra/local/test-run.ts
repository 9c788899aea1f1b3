import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { steps } from "../checks/steps.ts";
import { QUIET, turbo } from "./build.ts";
import { Fault } from "./fault.ts";
import { assertWritable, homeOf } from "./home.ts";
import { runJourneys } from "./journeys.ts";
import { takeLock } from "./lock.ts";
import { listenForEnd } from "./signals.ts";
import { execute, printStep, type TestRun } from "./step.ts";
import { summarise, type Tally, tallyOf } from "./tally.ts";
import { startTestServices } from "./test-services.ts";
import { runVitest } from "./vitest-run.ts";

/** Everything from formatting to the browser; prints one line for each step and closes with the true sum. */
export async function runTests({ isDeep }: { isDeep: boolean }): Promise<number> {
  const home = homeOf(process.env);
  assertWritable(home);
  const folder = join(home.folder, "test");
  mkdirSync(folder, { recursive: true });
  const lock = await takeLock(join(folder, "lock"), isDeep ? "test:deep" : "test");
  const { signal } = listenForEnd();
  try {
    const services = await startTestServices(folder, process.env);
    try {
      for (const note of services.notes) console.log(`  ${note}`);
      const env = { ...withoutApplication(process.env), ...QUIET, ...services.env, MUEJAM_HOME: join(folder, "home") };
      const tallies = await runAll({ env: isDeep ? { ...env, MUEJAM_DEEP: "1" } : env, signal, folder, isDeep });
      if (signal.aborted) throw new Fault("Interrupted.");
      const { text, isGreen } = summarise(tallies);
      console.log(text);
      return isGreen ? 0 : 1;
    } finally {
      await services.stop();
    }
  } finally {
    lock.release();
  }
}

async function runAll(run: TestRun): Promise<Tally[]> {
  const checks = run.isDeep
    ? await runChecks(run, [prepared])
    : await runChecks(run, [generated, ...staticChecks(), typed, ...drift()]);
  const vitest = await runVitest(run);
  const built = run.isDeep ? null : await runChecks(run, buildChecks());
  const journeys = await runJourneys(run);
  return [merge(checks, built), vitest, ...(journeys ? [journeys] : [])];
}

type Check = { name: string; command: readonly string[] };

const generated: Check = { name: "generate", command: turbo("generate") };
const typed: Check = { name: "types and build", command: turbo("types", "build") };
const prepared: Check = { name: "build", command: turbo("generate", "build") };
const ofPhase = (wanted: string): Check[] => steps.filter(({ phase }) => phase === wanted);
const staticChecks = (): Check[] => ofPhase("static");
const drift = (): Check[] => ofPhase("database");
const buildChecks = (): Check[] => ofPhase("build");

/** The first alone, since others read what it makes; then two at a time. */
async function runChecks(run: TestRun, [first, ...rest]: readonly Check[]): Promise<Tally> {
  const failures: string[] = [];
  let passed = 0;
  const take = async (check: Check | undefined): Promise<void> => {
    if (!check || run.signal.aborted) return;
    const outcome = await execute(check.command, run);
    printStep(check.name, outcome);
    if (outcome.code === 0) passed += 1;
    else failures.push(`the check "${check.name}"`);
  };
  await take(first);
  const lane = async (): Promise<void> => {
    while (rest.length > 0) await take(rest.shift());
  };
  await Promise.all([lane(), lane()]);
  return { runner: "checks", passed, failures, skips: [] };
}

function merge(checks: Tally, more: Tally | null): Tally {
  const report = {
    passed: checks.passed + (more?.passed ?? 0),
    failures: [...checks.failures, ...(more?.failures ?? [])],
    skips: [],
  };
  return tallyOf("checks", report, 0);
}

/** No test may reach the application's own data or its secrets. */
function withoutApplication(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own =
    /^((?!TEST_)\w*DATABASE_\w+|REDIS_URL|[A-Z]+_(KEYS|AT_ONCE)|STATEMENT_TIMEOUT_MS|TRUSTED_PROXIES|ALLOWED_ORIGINS|PUBLIC_URL|(VITE_)?CLERK_\w+|RESEND_\w+|ADMIN_EMAILS|MAIL_FROM|METRICS_TOKEN|ASSETS_FOLDER|SERVICE_WORKER|RELEASE|LOG_LEVEL|EMBEDDED|NODE_ENV|HOST|PORT)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
