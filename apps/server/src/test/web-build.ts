import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page as the web app is built to, with this script in its head. */
export const pageWith = (script: string): string =>
  `<!doctype html><head><!--head--><title>MueJam</title><!--/head--><meta name="build" content="1a2b"><script>${script}</script></head>` +
  `<body><!--body--><div id="root"></div><!--/body--><script src="/assets/app-1a2b.js"></script></body>`;

/** Asks what a real build asks, and writes down all that it was told. */
export const askingEntry = `
  export async function render({ path, ask }) {
    const [, kind, ref, number] = path.split("/");
    const asked = kind === "s" && number ? [["reading.chapter", { ref, number: Number(number) }], ["story.byRef", { ref }]]
      : kind === "s" ? [["story.byRef", { ref }], ["story.chapters", { ref }]]
      : kind === "tags" ? [["tag.bySlug", { slug: ref }], ["story.list", { tag: ref }]]
      : kind ? [["profile.view", { handle: kind.slice(1) }], ["story.list", { author: kind.slice(1) }]]
      : [["story.list", {}]];
    const answers = await Promise.all(asked.map(([procedure, input]) => ask(procedure, input)));
    const codes = answers.flatMap(({ refusal }) => refusal?.code ?? []);
    const status = codes.length === 0 ? 200 : codes.includes("MATURE_HIDDEN") ? 403 : 404;
    return { kind: "page", status, head: "", body: status === 200 ? JSON.stringify(answers) : codes.join() };
  }
  export const renderFault = () => ({ head: "", body: "" });`;

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
    writeFile(join(folder, "client/worker.js"), "help()"),
    writeFile(join(folder, "client/worker-removal.js"), "leave()"),
    writeFile(join(folder, "server/server-1a2b.js"), entry),
    // A module by its own word, wherever the folder lies.
    writeFile(join(folder, "server/package.json"), `{ "type": "module" }`),
  ]);
  return folder;
}
