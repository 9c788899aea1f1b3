import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Canary = { rule: string; file: string; line: string };

const src = "apps/server/src";
const story = `${src}/domains/story`;
const vendors = ["bentocache", "graphile-worker", "ioredis", "opossum", "pg", "pino", "prom-client"];

/** One planted violation for each thing the graph forbids; every one must be reported on every run. */
export const canaries: Canary[] = [
  plant("packages-know-no-app", "packages/ui/src/app.ts", "../../../apps/server/src/env.ts"),
  plant("client-takes-only-types", "packages/client/src/value.ts", "../../../apps/server/src/rpc/root.ts"),
  plant("contracts-are-a-leaf", "packages/contracts/src/pg.ts", "pg"),
  plant("ui-has-no-product-words", "packages/ui/src/word.ts", "../../contracts/src/story.ts"),
  plant("prose-is-a-leaf", "packages/prose/src/read.ts", "node:fs"),
  plant("readers-load-no-editor", "packages/prose/src/render.ts", "prosemirror-model"),
  plant("kernel-knows-no-domain", `${src}/kernel/ids.ts`, "../domains/story/story.service.ts"),
  plant("adapters-know-the-kernel", `${src}/adapters/s3.ts`, "../domains/story/story.service.ts"),
  plant("sql-in-repos-only", `${story}/story.sql.ts`, "../../../../../prisma/client.ts"),
  plant("kernel-sql-in-repos-only", `${src}/kernel/value.ts`, "../../../../prisma/client.ts"),
  plant("server-owns-the-database", "apps/web/src/lib/sql.ts", "../../../../prisma/client.ts"),
  plant("routers-call-services", `${story}/story.router.ts`, "./story.repo.ts"),
  plant("repos-decide-nothing", `${story}/story.repo.ts`, "./story.policy.ts"),
  plant("jobs-call-services", `${story}/story.jobs.ts`, "./story.repo.ts"),
  plant("services-know-no-door", `${story}/story.door.service.ts`, "../../rpc/root.ts"),
  plant("root-wires-routers", `${src}/rpc/other.ts`, "../domains/story/story.service.ts"),
  plant("policies-are-pure", `${story}/story.policy.ts`, "../../kernel/ids.ts"),
  plant("events-are-facts", `${story}/story.events.ts`, "./story.service.ts"),
  plant("a-domain-shows-service-and-events", `${src}/domains/draft/draft.service.ts`, "../story/story.repo.ts"),
  plant("vendors-in-adapters", `${story}/story.vendor.ts`, "ioredis"),
  ...vendors.map((name) => plant(`home-of-${name}`, `${src}/http/${name}.ts`, name)),
  plant("env-is-read-once", `${src}/http/app.ts`, "../env.ts"),
  plant("web-takes-only-types", "apps/web/src/lib/api.ts", "../../../server/src/rpc/root.ts"),
  {
    rule: "web-knows-the-router-type",
    file: "apps/web/src/lib/type.ts",
    line: 'import type { Env } from "../../../server/src/env.ts";\nexport type Config = Env;\n',
  },
  plant("features-know-no-route", "apps/web/src/features/story/route.ts", "../../routes/home.ts"),
  plant("features-stand-alone", "apps/web/src/features/story/other.ts", "../draft/card.ts"),
  plant("lib-has-no-product-words", "apps/web/src/lib/format.ts", "../features/draft/card.ts"),
  plant("tests-are-leaves", `${src}/main.ts`, "./test/harness.ts"),
  plant("no-cycle", `${src}/http/circle.ts`, "./ring.ts"),
  plant("declared-dependencies", `${src}/adapters/redis.ts`, "left-undeclared"),
  plant("resolvable", `${src}/http/lost.ts`, "./nowhere.ts"),
  { rule: "no-orphan", file: `${src}/http/orphan.ts`, line: "export const alone = true;\n" },
];

/** What the violations point at. */
const bystanders: Record<string, string> = {
  [`${src}/env.ts`]: "export type Env = { port: number };\n",
  [`${src}/rpc/root.ts`]: "export const root = 1;\n",
  [`${src}/test/harness.ts`]: "export const harness = 1;\n",
  [`${story}/story.service.ts`]: "export const service = 1;\n",
  "packages/contracts/src/story.ts": "export const story = 1;\n",
  "prisma/client.ts": "export const client = 1;\n",
  [`${src}/http/ring.ts`]: 'import "./circle.ts";\n',
  "infra/none.ts": "export const none = 1;\n",
  "apps/web/src/routes/home.ts": "export const home = 1;\n",
  "apps/web/src/features/draft/card.ts": "export const card = 1;\n",
  "package.json": JSON.stringify({
    name: "canary",
    dependencies: Object.fromEntries(vendors.map((name) => [name, "1"])),
  }),
  ...Object.assign({}, ...[...vendors, "left-undeclared"].map(vendor)),
};

export async function withCanary<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "muejam-canary-"));
  try {
    for (const { file, line } of canaries) write(join(folder, file), line);
    for (const [file, text] of Object.entries(bystanders)) write(join(folder, file), text);
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plant(rule: string, file: string, target: string): Canary {
  return { rule, file, line: `import "${target}";\n` };
}

function vendor(name: string): Record<string, string> {
  const folder = `node_modules/${name}`;
  return {
    [`${folder}/package.json`]: JSON.stringify({ name, type: "module", main: "main.js" }),
    [`${folder}/main.js`]: "",
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
