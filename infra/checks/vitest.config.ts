import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);

/** Every package's tests in one run; `--mode deep` takes the long proofs instead. */
export default defineConfig(({ mode }) => ({
  root,
  test: {
    projects: ["apps/server", "prisma", "infra", ...packages].map((folder) => {
      const config = join(root, folder, "vitest.config.ts");
      return {
        ...(existsSync(config) && { extends: config }),
        root: join(root, folder),
        test: { name: folder, include: mode === "deep" ? ["**/*.deep.ts"] : ["**/*.test.ts"] },
      };
    }),
  },
}));
