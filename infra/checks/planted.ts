import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  type CopySyncOptions,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { listSourceFiles } from "./source-files.ts";
import { steps } from "./steps.ts";

/** `check` is the step of `verify` that must refuse it. */
export type Plant = { what: string; file: string; text: string; check: string; says: string };

const server = "apps/server/src";
const repo = `${server}/domains/status/status.repo.ts`;

/** Written into a copy of the sources, where `verify` must name each file with its reason. */
export const plants: Plant[] = [
  {
    what: "the kernel imports a domain",
    file: `${server}/kernel/planted-import.ts`,
    text: 'export { currentRelease } from "../domains/status/status.service.ts";\n',
    check: "graph",
    says: "kernel-knows-no-domain",
  },
  {
    what: "a domain imports another domain's repository",
    file: `${server}/domains/planted/planted.service.ts`,
    text: 'export { listChecks } from "../status/status.repo.ts";\n',
    check: "graph",
    says: "a-domain-shows-service-and-events",
  },
  {
    what: "a router skips its service",
    file: `${server}/domains/status/status.planted.router.ts`,
    text: 'export { listChecks } from "./status.repo.ts";\n',
    check: "graph",
    says: "routers-call-services",
  },
  {
    what: "the browser imports server code",
    file: "apps/web/src/lib/planted-server.ts",
    text: `export { listChecks } from "../../../../${repo}";\n`,
    check: "graph",
    says: "web-takes-only-types",
  },
  {
    what: "contracts import an app",
    file: "packages/contracts/src/planted.ts",
    text: 'export { AppError } from "../../../apps/server/src/kernel/errors.ts";\n',
    check: "graph",
    says: "contracts-are-a-leaf",
  },
  {
    what: "a file over 300 lines",
    file: "packages/ui/src/planted-long.ts",
    text: Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n};\n`).join(""),
    check: "shape",
    says: "301 lines",
  },
  {
    what: "process.env outside env.ts",
    file: `${server}/kernel/planted-env.ts`,
    text: 'export const port = process.env["PORT"];\n',
    check: "lint",
    says: "no-process-env",
  },
  {
    what: "a default export",
    file: "packages/ui/src/planted-default.ts",
    text: "export default 1;\n",
    check: "lint",
    says: "no-default-export",
  },
  {
    what: "a dependency its package does not declare",
    file: "apps/web/src/lib/planted-dependency.ts",
    text: 'export { pino } from "pino";\n',
    check: "graph",
    says: "resolvable",
  },
  {
    what: "a version outside the catalog",
    file: "packages/planted/package.json",
    text: '{ "name": "planted", "private": true, "dependencies": { "zod": "^4.0.0" } }\n',
    check: "dependencies",
    says: "catalog",
  },
  {
    what: "a migration that rewrites or blocks",
    file: "prisma/migrations/29990101000000_planted_rewrite/migration.sql",
    text: "SET lock_timeout = '3s';\nALTER TABLE status_check ADD COLUMN planted text NOT NULL;\n",
    check: "migrations",
    says: "adding-required-field",
  },
  {
    what: "a migration without a lock time-out",
    file: "prisma/migrations/29990101000001_planted_wait/migration.sql",
    text: "ALTER TABLE status_check ADD COLUMN planted text;\n",
    check: "migrations",
    says: "SET lock_timeout",
  },
  {
    what: "a driver outside a repository",
    file: `${server}/domains/status/status.driver.service.ts`,
    text: 'export { Client } from "pg";\n',
    check: "graph",
    says: "sql-in-repos-only",
  },
  {
    what: "a query outside a repository",
    file: `${server}/domains/status/status.query.service.ts`,
    text: 'import type { Ctx } from "../../kernel/ctx.ts";\n\nexport const count = (ctx: Ctx) => ctx.db.statusCheck.count();\n',
    check: "lint",
    says: "muejam(sql-in-repos-only)",
  },
];

/** Links are kept as they are, so that a workspace package leads to the copy and not back here. */
const links: CopySyncOptions = {
  recursive: true,
  verbatimSymlinks: true,
  filter: (path) => !basename(path).startsWith(".vite"),
};

/** The sources with everything installed, under git, as a fresh clone would be. */
export function copyCheckout(root: string): string {
  // An install in the copy would follow the link and rewrite the packages of the checkout.
  if (!/^verifyDepsBeforeRun: false$/m.test(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")))
    throw new Error("pnpm would install behind a script's back; pnpm-workspace.yaml must forbid it.");
  const copy = mkdtempSync(join(tmpdir(), "muejam-planted-"));
  const files = listSourceFiles(root);
  for (const file of files) writeCopy(root, copy, file);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const folder of files.filter((file) => file.endsWith("/package.json")).map(dirname)) {
    const installed = join(root, folder, "node_modules");
    if (existsSync(installed)) cpSync(installed, join(copy, folder, "node_modules"), links);
  }
  const generated = "prisma/generated";
  if (existsSync(join(root, generated))) cpSync(join(root, generated), join(copy, generated), { recursive: true });
  git(copy, "init", "--quiet");
  // A link is no folder to git, so the pattern `node_modules/` does not cover it.
  appendFileSync(join(copy, ".git/info/exclude"), "node_modules\n");
  git(copy, "add", "--all");
  // Without a commit turbo takes its own logs for sources, and nothing is ever found in its cache.
  git(copy, "-c", "user.name=planted", "-c", "user.email=planted@localhost", "commit", "--quiet", "--message", "copy");
  return copy;
}

export function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}

/** Writes the violations, runs, and takes them away again. */
export async function whilePlanted<T>(copy: string, planted: readonly Plant[], run: () => Promise<T>): Promise<T> {
  for (const { file, text } of planted) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  try {
    return await run();
  } finally {
    git(copy, "clean", "-d", "--force", "--quiet");
  }
}

export const runVerify = (copy: string, ...args: string[]): Promise<Ending> =>
  runIn(copy, ["infra/checks/verify.ts", ...args]);

/** One step of `verify` by itself. */
export function runCheck(copy: string, wanted: string): Promise<Ending> {
  const step = steps.find(({ name }) => name === wanted);
  if (!step) throw new Error(`No step of verify is called ${wanted}.`);
  return spawnIn(copy, step.command);
}

export type Ending = { code: number | null; output: string };

export const runIn = (copy: string, args: readonly string[]): Promise<Ending> => spawnIn(copy, ["node", ...args]);

/** As somebody would at a prompt: without what the test runner has set for itself. */
function spawnIn(copy: string, [program = "", ...args]: readonly string[]): Promise<Ending> {
  const own = /^(NODE_ENV|VITEST.*|MUEJAM_DEEP|MUEJAM_VERIFY|TALLY_FILE|TEST|DEV|PROD|MODE|SSR|BASE_URL)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  env["PATH"] = `${join(copy, "node_modules/.bin")}${delimiter}${env["PATH"] ?? ""}`;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: copy, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

function git(copy: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: copy });
}

function writeCopy(root: string, copy: string, file: string): void {
  mkdirSync(join(copy, dirname(file)), { recursive: true });
  cpSync(join(root, file), join(copy, file));
}
