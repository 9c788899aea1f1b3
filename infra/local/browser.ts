import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unpackBrowser } from "./browser-unpack.ts";
import { findOnPath } from "./path.ts";

export type Browser = { executablePath: string; args: readonly string[]; env: Record<string, string>; note: string };

/** Nothing here may loosen what a page is allowed to do, or journeys would prove nothing. */
export const BROWSER_ARGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] as const;

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The system's Chromium when it really starts, else the one from npm; null when neither does. */
export async function findBrowser(folder: string, env: NodeJS.ProcessEnv): Promise<Browser | null> {
  const found = NAMES.map((name) => findOnPath(name, env["PATH"])).filter((path) => path !== null);
  const candidates = [
    ...(env["CHROME_PATH"] ? [env["CHROME_PATH"]] : []),
    ...found,
    ...(process.platform === "darwin" ? MAC : []),
  ];
  const own = candidates.find((executablePath) => starts(executablePath, {}));
  if (own) return { executablePath: own, args: BROWSER_ARGS, env: {}, note: own };
  const unpacked = await unpackBrowser(folder);
  if (!unpacked || !starts(unpacked.executablePath, unpacked.env)) return null;
  return { ...unpacked, args: BROWSER_ARGS, note: "from npm, since none on this machine starts" };
}

/** `--version` answers even where a library is missing that the first page needs. */
function starts(executablePath: string, env: Record<string, string>): boolean {
  const profile = mkdtempSync(join(tmpdir(), "muejam-browser-"));
  const args = [...BROWSER_ARGS, "--headless", `--user-data-dir=${profile}`, "--dump-dom", "about:blank"];
  const { status, stdout } = spawnSync(executablePath, args, {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 30_000,
    killSignal: "SIGKILL",
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return status === 0 && stdout.includes("<html");
}
