import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: "prose",
    environment: "node",
    include: ["src/**/*.test.ts"],
    // Ten thousand documents for each property take minutes, on a busy machine many.
    testTimeout: process.env["MUEJAM_DEEP"] ? 900_000 : 60_000,
  },
});
