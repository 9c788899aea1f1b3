import { defineConfig } from "@playwright/test";

const { BASE_URL = "http://127.0.0.1:3000", CHROME_PATH, CHROME_LIBS, MUEJAM_DEEP, MUEJAM_HOME } = process.env;

export default defineConfig({
  testDir: "e2e",
  testMatch: MUEJAM_DEEP ? "*.e2e-deep.ts" : "*.e2e.ts",
  outputDir: MUEJAM_HOME ? `${MUEJAM_HOME}/test-results/web` : "test-results",
  // One after the other: on two cores a browser, the server and its database are busy enough.
  workers: 1,
  forbidOnly: true,
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A trace of everything takes a fifth of the time; `--trace retain-on-failure` asks for it.
  use: {
    baseURL: BASE_URL,
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(CHROME_PATH && { executablePath: CHROME_PATH }),
      ...(CHROME_LIBS && { env: { ...process.env, LD_LIBRARY_PATH: CHROME_LIBS } }),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
