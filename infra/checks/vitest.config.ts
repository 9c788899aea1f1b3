import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
const folders = ["apps/server", "apps/web", "prisma", "infra", ...packages];

type Files = Record<string, string[]>;
type Plan = { all: string; workers: number; groups: { files: Files; workers: number }[]; limits?: object };

/** Also on two cores two files at a time: while one waits for Postgres, the other computes. */
const several = Math.max(2, availableParallelism() - 1);

/** What looks at a clock: it has the machine to itself. */
const timed = ["redis-*", "breaker", "listen", "stream", "root", "app.fuzz"].map((name) => `**/${name}.test.ts`);

const usual: Plan = {
  all: "**/*.test.ts",
  workers: several,
  groups: [{ files: { "apps/server": timed }, workers: 1 }],
};

/** Most of the long proofs measure something, and come last, one by one. A drill waits for real thresholds. */
const deep: Plan = {
  all: "**/*.deep.ts",
  workers: 1,
  groups: [
    { files: { "apps/server": ["**/root.{one,other}.deep.ts", "**/app.fuzz.deep.ts"] }, workers: several },
    {
      files: {
        infra: ["**/planted.deep.ts", "**/new.deep.ts"],
        "packages/prose": ["**/properties.deep.ts", "**/round-trip.deep.ts"],
      },
      workers: several,
    },
  ],
  limits: { testTimeout: 300_000, hookTimeout: 60_000 },
};

/** Every package's tests in one run; `--mode deep` takes the long proofs instead. */
export default defineConfig(async ({ mode }) => ({
  root,
  test: { projects: await projectsOf(mode === "deep" ? deep : usual) },
}));

/** Group after group; what is in none of them is a project of its package's name. */
function projectsOf({ all, workers, groups, limits }: Plan): Promise<TestProjectInlineConfiguration[]> {
  const rest = folders.map((folder) => {
    const exclude = [...configDefaults.exclude, ...groups.flatMap(({ files }) => files[folder] ?? [])];
    return project(folder, { ...limits, include: [all], exclude, maxWorkers: workers });
  });
  const grouped = groups.flatMap(({ files, workers: maxWorkers }, at) =>
    Object.entries(files).map(([folder, include]) => {
      const sequence = { groupOrder: at + 1 };
      return project(folder, { ...limits, name: `${folder} ${at + 1}`, include, maxWorkers, sequence });
    }),
  );
  return Promise.all([...rest, ...grouped]);
}

async function project(folder: string, changes: object): Promise<TestProjectInlineConfiguration> {
  const file = join(root, folder, "vitest.config.ts");
  const own: TestProjectInlineConfiguration = existsSync(file) ? (await import(file)).default : {};
  return { root: join(root, folder), test: { ...own.test, name: folder, ...changes } };
}
