import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: "server",
    environment: "node",
    include: ["src/**/*.test.ts"],
    globalSetup: ["../../prisma/testing/global-setup.ts"],
    pool: "forks",
    testTimeout: 15_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
