import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export type Unpacked = { executablePath: string; env: Record<string, string> };

/** Unpacks the Chromium that npm brought, once for each version. Null where there is none for this machine. */
export async function unpackBrowser(folder: string): Promise<Unpacked | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const { version } = JSON.parse(readFileSync(resolve(entry, "../../package.json"), "utf8")) as { version: string };
  const home = join(folder, `chromium-${version}`);
  if (!existsSync(home)) unpack(entry, home);
  const libraries = join(home, "al2023/lib");
  const env = { FONTCONFIG_FILE: join(home, "fonts.conf"), LD_LIBRARY_PATH: libraries };
  return { executablePath: join(home, "chromium"), env };
}

function unpack(entry: string, home: string): void {
  const unfinished = `${home}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  // It unpacks into the temporary folder, which a second user of the machine could not use,
  // and brings libnss3 and its friends only when it believes itself to run in a Lambda.
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const script = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`The browser from npm could not be unpacked: ${run.stderr}`);
  writeFileSync(join(unfinished, "fonts.conf"), fontsConfiguration(home));
  renameSync(unfinished, home);
}

/** Its own configuration names folders of a Lambda. */
function fontsConfiguration(home: string): string {
  const folders = [join(home, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const dirs = folders.map((folder) => `  <dir>${folder}</dir>\n`).join("");
  return `<?xml version="1.0"?>\n<fontconfig>\n${dirs}  <cachedir>${join(home, "fonts-cache")}</cachedir>\n</fontconfig>\n`;
}
