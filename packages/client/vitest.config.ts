import { defineConfig } from "vitest/config";

const isDeep = process.env["MUEJAM_DEEP"] !== undefined;

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: "client",
    environment: "node",
    include: ["src/**/*.test.ts"],
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    // The proof of the package asks a whole MueJam, which needs a database.
    globalSetup: isDeep ? ["../../prisma/testing/global-setup.ts"] : [],
  },
});
