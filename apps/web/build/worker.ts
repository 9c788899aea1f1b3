import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

/** The worker and what removes it: files of their own at addresses that never change, outside of the bundle. */
export function emitWorker(): Plugin {
  return {
    name: "worker",
    apply: (_config, { isSsrBuild }) => !isSsrBuild,
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("There is no page to build the worker for.");
        const html = String(page.source);
        const [, name] = /<meta name="build" content="(\w+)"/.exec(html) ?? [];
        const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
        if (name === undefined || files.length === 0)
          throw new Error("The page names neither its build nor its files.");
        const head = `const BUILD = ${JSON.stringify({ name, files })};\n`;
        this.emitFile({ type: "asset", fileName: "worker.js", source: head + (await scriptOf("worker")) });
        this.emitFile({ type: "asset", fileName: "worker-removal.js", source: await scriptOf("worker-removal") });
      },
    },
  };
}

/** A script of old, which every browser takes for a worker. */
async function scriptOf(name: string): Promise<string> {
  const file = join(import.meta.dirname, `../worker/${name}.ts`);
  const { code } = await transformWithOxc(await readFile(file, "utf8"), file);
  return code.replace(/^export \{\s*\};?\n?/m, "");
}
