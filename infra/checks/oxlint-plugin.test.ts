import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const domains = "apps/server/src/domains/story";

const refused: [rule: string, file: string, code: string][] = [
  ["no-process-env", "apps/server/src/kernel/a.ts", "export const port = process.env.PORT;"],
  ["no-default-export", "packages/ui/src/b.ts", "export default 1;"],
  ["filename-case", "packages/ui/src/someCard.ts", "export const a = 1;"],
  ["max-lines", "packages/ui/src/long.ts", Array.from({ length: 301 }, (_, n) => `export const a${n} = 1;`).join("\n")],
  ["max-params", "packages/ui/src/many.ts", "export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];"],
  ["no-non-null-assertion", "packages/ui/src/c.ts", "export const f = (a?: string) => a!.length;"],
  ["consistent-type-imports", "packages/ui/src/d.ts", 'import { A } from "./types.ts";\nexport const a = (b: A) => b;'],
  ["no-explicit-any", "packages/ui/src/e.ts", "export const f = (a: any) => String(a);"],
  ["no-floating-promises", "packages/ui/src/f.ts", "export function f() {\n  Promise.resolve(1);\n}"],
  ["no-warning-comments", "packages/ui/src/g.ts", "// TODO later\nexport const a = 1;"],
  ["no-console", "apps/server/src/http/h.ts", "console.log(1);"],
  ["no-double-cast", "packages/ui/src/i.ts", "export const a = 1 as unknown as string;"],
  ["class-only-for-errors", "packages/ui/src/j.ts", "export class Manager {}"],
  ["no-inline-style", "apps/web/src/features/k.tsx", 'export const a = <p style={{ color: "red" }}>a</p>;'],
  ["words-from-catalogues", "apps/web/src/features/w.tsx", "export const a = <p>Hello there</p>;"],
  ["words-from-catalogues", "apps/web/src/features/x.tsx", 'export const a = <p aria-label="Hello">1</p>;'],
  ["words-from-catalogues", "apps/web/src/features/y.tsx", 'export const a = (b: C) => <p>{b ? "Hello" : null}</p>;'],
  ["no-own-mock", `${domains}/l.test.ts`, 'import { vi } from "vitest";\nvi.mock("./story.repo.ts");'],
  ["no-skipped-test", `${domains}/m.test.ts`, 'import { test } from "vitest";\ntest.only("a", () => undefined);'],
  ["no-skipped-test", `${domains}/n.test.ts`, 'import { test } from "vitest";\ntest.skip("a", () => undefined);'],
  ["sql-in-repos-only", `${domains}/story.service.ts`, "export const f = (ctx: C) => ctx.db.story.findMany();"],
  ["sql-in-repos-only", `${domains}/story.raw.ts`, "export const f = (db: C) => db.$queryRaw`SELECT 1`;"],
  ["policy-is-sync", `${domains}/story.policy.ts`, "export const f = async (a: Promise<1>) => await a;"],
  ["transact-asks-policy", `${domains}/open.service.ts`, "export const f = (ctx: C) => transact(ctx, () => 1);"],
  [
    "rules-of-hooks",
    "apps/web/src/features/o.tsx",
    "export function A(p: C) {\n  if (p) useState(1);\n  return null;\n}",
  ],
];

const allowed: [file: string, code: string][] = [
  ["apps/server/src/env.ts", "export const port = process.env.PORT;"],
  ["apps/web/vite.config.ts", "export default { port: process.env.PORT };"],
  [`${domains}/story.repo.ts`, "export const f = (db: C) => db.story.findMany();"],
  [`${domains}/hand.service.ts`, "export const f = (ctx: C) => list(ctx.db, 1);"],
  [
    `${domains}/own.service.ts`,
    'import { can } from "./own.policy.ts";\nexport const f = (ctx: C) => transact(ctx, can);',
  ],
  [
    `${domains}/p.test.ts`,
    'import { test } from "vitest";\ntest.skipIf(true)("a", ({ expect }) => expect(1).toBe(1));',
  ],
  ["apps/web/src/features/z.tsx", 'export const a = <p className="flex" title={m.home_title()}>{1} · MueJam</p>;'],
  ["apps/server/src/kernel/errors.ts", "export class AppError extends Error {}"],
];

let folder = "";
const found = new Map<string, string[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "muejam-lint-"));
  const config = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"));
  write(".oxlintrc.json", JSON.stringify({ ...config, jsPlugins: [join(root, "infra/checks/oxlint-plugin.ts")] }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: { strict: true, jsx: "react-jsx", lib: ["es2024"] } }));
  for (const [, file, code] of refused) write(file, code);
  for (const [file, code] of allowed) write(file, code);
  for (const { code, filename } of await lint()) found.set(filename, [...(found.get(filename) ?? []), code]);
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(refused)("%s is refused in %s", (rule, file) => {
  expect(found.get(file)?.join(" ")).toContain(`(${rule})`);
});

test.each(allowed)("%s is fine", (file) => {
  expect(found.get(file)).toBeUndefined();
});

function lint(): Promise<{ code: string; filename: string }[]> {
  return new Promise((resolve, reject) => {
    execFile(join(root, "node_modules/.bin/oxlint"), ["-f", "json"], { cwd: folder }, (error, stdout) => {
      if (!stdout.startsWith("{")) reject(error ?? new Error(stdout));
      else resolve(JSON.parse(stdout).diagnostics);
    });
  });
}

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
