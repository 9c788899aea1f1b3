import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BLOCK, CHECKSUMS } from "./archive-write.ts";
import { codeOf, Fault } from "./fault.ts";

/** The text of the first entry, which says what the rest is. */
export async function readFirst(file: string): Promise<{ path: string; text: string }> {
  return undamaged(file, async () => {
    for await (const { path, bytes } of entriesOf(file)) return { path, text: await textOf(bytes()) };
    throw new Damage("it is empty");
  });
}

/** Unpacks into a folder and compares every file with its checksum. */
export async function unpackArchive(file: string, folder: string): Promise<void> {
  await undamaged(file, async () => {
    const found: Record<string, string> = {};
    let expected: Record<string, string> | null = null;
    for await (const { path, isFolder, mode, bytes } of entriesOf(file)) {
      const target = join(folder, inside(path));
      if (isFolder) mkdirSync(target, { recursive: true, mode });
      else if (path === CHECKSUMS) expected = JSON.parse(await textOf(bytes())) as Record<string, string>;
      else found[path] = await unpack(bytes(), target, mode);
    }
    if (!expected) throw new Damage("its end is missing");
    for (const path of new Set([...Object.keys(expected), ...Object.keys(found)]))
      if (expected[path] !== found[path]) throw new Damage(`${path} is not what it was`);
  });
}

/** Not a Fault yet: only who knows the file's name can say the sentence. */
class Damage extends Error {}

type Stored = { path: string; isFolder: boolean; mode: number; bytes(): AsyncGenerator<Buffer> };

async function* entriesOf(file: string): AsyncGenerator<Stored> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error));
  const take = takerOf(source.pipe(unzipped));
  for (;;) {
    const header = await collect(take(BLOCK));
    if (header.every((byte) => byte === 0)) return;
    assertChecksum(header);
    const size = Number.parseInt(field(header, 124, 12), 8);
    let isRead = false;
    const bytes = async function* (): AsyncGenerator<Buffer> {
      isRead = true;
      yield* take(size);
    };
    const path = [field(header, 345, 155), field(header, 0, 100)].filter(Boolean).join("/");
    yield { path, isFolder: header[156] === 0x35, mode: Number.parseInt(field(header, 100, 8), 8), bytes };
    if (!isRead) for await (const _ of take(size));
    for await (const _ of take((BLOCK - (size % BLOCK)) % BLOCK));
  }
}

/** Takes the next so many bytes of a stream, in whatever pieces they come. */
function takerOf(stream: Readable): (size: number) => AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  return async function* (size) {
    for (let left = size; left > 0; ) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) throw new Damage("its end is missing");
        rest = next.value;
      }
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  };
}

async function unpack(bytes: AsyncIterable<Buffer>, target: string, mode: number): Promise<string> {
  const hash = createHash("sha256");
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const hashed = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.from(hashed()), createWriteStream(target, { mode, flags: "wx" }));
  return hash.digest("hex");
}

function inside(path: string): string {
  const clean = normalize(path);
  if (clean.startsWith("..") || clean.startsWith("/")) throw new Damage(`it names a file outside (${path})`);
  return clean;
}

function assertChecksum(header: Buffer): void {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== Number.parseInt(field(header, 148, 8), 8)) throw new Damage("a header is not what it was");
}

const field = (header: Buffer, at: number, length: number): string =>
  header
    .toString("utf8", at, at + length)
    .split("\u0000")[0]
    ?.trim() ?? "";

async function collect(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  return (await collect(bytes)).toString("utf8");
}

async function undamaged<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new Fault(`There is no file ${file}.`);
    if (error instanceof Damage || codeOf(error)?.startsWith("Z_") || error instanceof SyntaxError)
      throw new Fault(`${file} is damaged (${error instanceof Error ? error.message : ""}); nothing was changed.`);
    throw error;
  }
}
