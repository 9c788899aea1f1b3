import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page as the web app is built to, with this script in its head. */
export const pageWith = (script: string): string =>
  `<!doctype html><head><!--head--><title>MueJam</title><!--/head--><script>${script}</script></head>` +
  `<body><!--body--><div id="root"></div><!--/body--><script src="/assets/app-1a2b.js"></script></body>`;

/** Stands in for the build of the web app; `entry` is what the server loads of it. */
export async function buildWeb(
  page = pageWith("1"),
  entry = `export const render = async () => ({ kind: "shell" }); export const renderFault = () => ({ head: "", body: "" });`,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "muejam-web-"));
  await Promise.all(["client/assets", "server"].map((part) => mkdir(join(folder, part), { recursive: true })));
  await Promise.all([
    writeFile(join(folder, "client/index.html"), page),
    writeFile(join(folder, "client/favicon.svg"), "<svg/>"),
    writeFile(join(folder, "client/assets/app-1a2b.js"), "1"),
    writeFile(join(folder, "server/server-1a2b.js"), entry),
    // A module by its own word, wherever the folder lies.
    writeFile(join(folder, "server/package.json"), `{ "type": "module" }`),
  ]);
  return folder;
}
