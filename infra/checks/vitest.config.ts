import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);

/** Every package's tests in one run; `--mode deep` takes the long proofs instead. */
export default defineConfig(({ mode }) => ({
  root,
  test: {
    projects: ["apps/server", "apps/web", "prisma", "infra", ...packages].map((folder) => {
      const config = join(root, folder, "vitest.config.ts");
      return {
        ...(existsSync(config) && { extends: config }),
        root: join(root, folder),
        test: { name: folder, ...chooseFiles(mode) },
      };
    }),
  },
}));

/** A package's own list is added to this one, so the deep run has to say what it leaves out. A drill waits for real thresholds. */
function chooseFiles(mode: string) {
  if (mode !== "deep") return { include: ["**/*.test.ts"] };
  const exclude = [...configDefaults.exclude, "**/*.test.ts"];
  return { include: ["**/*.deep.ts"], exclude, testTimeout: 300_000, hookTimeout: 60_000 };
}
