import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { conclude } from "./source-files.ts";

const dist = "apps/web/dist";
export const initialBytesMax = 150_000;

export type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[] }>;
export type Chunk = { file: string; bytes: number; isInitial: boolean };

/** Initial is what the entry needs before anything can be used: the entry and all it imports, not what it loads later. */
export function weigh(manifest: Manifest, bytesOf: (file: string) => number): Chunk[] {
  const initial = new Set<string>();
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (initial.has(key)) continue;
    initial.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return Object.entries(manifest)
    .filter(([, { file }]) => file.endsWith(".js"))
    .map(([key, { file }]) => ({ file, bytes: bytesOf(file), isInitial: initial.has(key) }))
    .sort((a, b) => Number(b.isInitial) - Number(a.isInitial) || b.bytes - a.bytes);
}

export const sumInitial = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { bytes, isInitial }) => sum + (isInitial ? bytes : 0), 0);

if (import.meta.main) {
  const manifest: Manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8"));
  const chunks = weigh(manifest, (file) => gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length);
  for (const { file, bytes, isInitial } of chunks)
    console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB gz  ${isInitial ? "initial" : "later  "}  ${file}`);
  const total = sumInitial(chunks);
  const figure = `${(total / 1000).toFixed(1)} of ${initialBytesMax / 1000} kB gz of JavaScript before the first page works`;
  conclude(total === 0 || total > initialBytesMax ? [`Over the budget: ${figure}.`] : [], figure);
}
