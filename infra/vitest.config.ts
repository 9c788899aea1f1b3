import { configDefaults, defineConfig } from "vitest/config";

// `verify` does not wait for itself to run once for each planted violation; `npm test` does.
const verifying = process.env["MUEJAM_VERIFY"] ? ["checks/planted.test.ts"] : [];

export default defineConfig({
  test: {
    name: "infra",
    include: ["**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...verifying],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
