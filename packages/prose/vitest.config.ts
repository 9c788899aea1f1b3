import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: { name: "prose", environment: "node", include: ["src/**/*.test.ts"], testTimeout: 60_000 },
});
