import { createHash } from "node:crypto";
import { createWriteStream, linkSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { codeOf, Fault } from "./fault.ts";

/** A folder has no content; a file exactly as many bytes as it promised, whatever became of it meanwhile. */
export type Entry = { path: string; mode: number; size: number; content?: AsyncIterable<Buffer> | Iterable<Buffer> };

export const CHECKSUMS = "checksums.json";
export const BLOCK = 512;

/** A gzipped tar that any tar can read, closed by the checksums of all its files; it appears whole or not at all. */
export async function writeArchive(file: string, entries: AsyncIterable<Entry>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const target = createWriteStream(unfinished, { mode: 0o600, flags: "wx", flush: true });
    await pipeline(Readable.from(tarOf(entries), { objectMode: true }), createGzip({ level: 3 }), target);
    // A link, unlike a rename, never takes the place of a file that is already there.
    linkSync(unfinished, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new Fault(`${file} exists already; choose another name.`);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

export function textEntry(path: string, text: string): Entry {
  const content = Buffer.from(text);
  return { path, mode: 0o600, size: content.length, content: [content] };
}

async function* tarOf(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  const checksums: Record<string, string> = {};
  for await (const entry of entries) {
    yield headerOf(entry);
    if (!entry.content) continue;
    const hash = createHash("sha256");
    for await (const chunk of exactly(entry.size, entry.content)) {
      hash.update(chunk);
      yield chunk;
    }
    checksums[entry.path] = hash.digest("hex");
    yield padding(entry.size);
  }
  const last = textEntry(CHECKSUMS, JSON.stringify(checksums));
  yield headerOf(last);
  yield* last.content as Buffer[];
  yield padding(last.size);
  yield Buffer.alloc(2 * BLOCK);
}

/** A file of a running database may grow or shrink while it is read; its log repairs that at the restore. */
async function* exactly(size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let left = size;
  for await (const chunk of content) {
    if (left === 0) break;
    const part = chunk.subarray(0, left);
    left -= part.length;
    yield part;
  }
  for (; left > 0; left -= Math.min(left, 65_536)) yield Buffer.alloc(Math.min(left, 65_536));
}

function headerOf({ path, mode, size, content }: Entry): Buffer {
  const header = Buffer.alloc(BLOCK);
  const [prefix, name] = splitPath(path);
  const put = (text: string, at: number): void => void header.write(text, at);
  put(name, 0);
  put(octal(mode, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(content ? size : 0, 12), 124);
  put(octal(Math.floor(Date.now() / 1000), 12), 136);
  put(" ".repeat(8), 148);
  put(content ? "0" : "5", 156);
  put("ustar\u000000", 257);
  put(prefix, 345);
  put(
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  );
  return header;
}

/** The format keeps a hundred bytes for the name and some more for the folders before it. */
function splitPath(path: string): [string, string] {
  if (Buffer.byteLength(path) <= 100) return ["", path];
  for (let cut = path.indexOf("/"); cut !== -1; cut = path.indexOf("/", cut + 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return [prefix, name];
  }
  throw new Fault(`The path ${path} is too long for a backup.`);
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\u0000`;
const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
