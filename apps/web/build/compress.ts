import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
const squeezable = /\.(js|css|svg|webmanifest)$/;
const least = 1024;

/** Once, as small as it gets, so that no server spends time on a file that never changes. */
export function compress(): Plugin {
  return {
    name: "compress",
    apply: (_config, { isSsrBuild }) => !isSsrBuild,
    async writeBundle({ dir }) {
      if (!dir) return;
      const names = await readdir(dir, { recursive: true });
      await Promise.all(names.filter((name) => squeezable.test(name)).map((name) => write(join(dir, name))));
    },
  };
}

async function write(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < least) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await toBrotli(bytes, { params }));
  await writeFile(`${file}.gz`, await toGzip(bytes, { level: 9 }));
}
