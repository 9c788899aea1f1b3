import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { conclude } from "./source-files.ts";

const dist = "apps/web/dist/client";
const firstBytesMax = 150_000;

type Entry = { file: string; imports?: string[]; dynamicImports?: string[] };
export type Manifest = Record<string, Entry>;
export type Weight = { shared: string[]; routes: { route: string; files: string[]; bytes: number }[] };

type Page = { manifest: Manifest; scripts: readonly string[]; bytesOf: (file: string) => number };

/** What must have come before a page works: its scripts with all they import, then the page's own route with all it imports. */
export function weigh({ manifest, scripts, bytesOf }: Page): Weight {
  const entries = Object.keys(manifest).filter((key) => scripts.includes(manifest[key]?.file ?? ""));
  const shared = closure(manifest, entries);
  const later = [...shared].flatMap((key) => manifest[key]?.dynamicImports ?? []);
  const sum = (keys: Iterable<string>) => scriptsOf(manifest, keys).reduce((total, file) => total + bytesOf(file), 0);
  const routes = [...new Set(later)].map((route) => {
    const own = [...closure(manifest, [route])].filter((key) => !shared.has(key));
    return { route, files: scriptsOf(manifest, own), bytes: sum(shared) + sum(own) };
  });
  const bare = { route: "(no route of its own)", files: [], bytes: sum(shared) };
  return { shared: scriptsOf(manifest, shared), routes: [bare, ...routes].sort((a, b) => b.bytes - a.bytes) };
}

function closure(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return seen;
}

function scriptsOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith(".js"));
}

if (import.meta.main) {
  const manifest: Manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8"));
  const bytesOf = (file: string): number => gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length;
  const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const page = readFileSync(`${dist}/index.html`, "utf8");
  const scripts = [...page.matchAll(/<script [^>]*src="\/([^"]+)"/g)].map(([, file = ""]) => file);
  const { shared, routes } = weigh({ manifest, scripts, bytesOf });
  for (const file of shared) console.log(`${kilo(bytesOf(file)).padStart(9)}  ${file}`);
  for (const { route, files, bytes } of routes)
    console.log(`${kilo(bytes).padStart(9)}  in all for ${route} ${files.join(" ")}`);
  const heaviest = routes[0]?.bytes ?? 0;
  const figure = `${kilo(heaviest)} of ${kilo(firstBytesMax)} gz of JavaScript before the heaviest page works`;
  conclude(shared.length === 0 || heaviest > firstBytesMax ? [`Over the budget: ${figure}.`] : [], figure);
}
