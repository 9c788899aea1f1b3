import { doesStart } from "./browser-probe.ts";
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
  for (const executablePath of candidates)
    if (await doesStart(executablePath, BROWSER_ARGS, env))
      return { executablePath, args: BROWSER_ARGS, env: {}, note: executablePath };
  const unpacked = await unpackBrowser(folder);
  if (!unpacked || !(await doesStart(unpacked.executablePath, BROWSER_ARGS, { ...env, ...unpacked.env }))) return null;
  return { ...unpacked, args: BROWSER_ARGS, note: "from npm, since none on this machine starts" };
}
