import { basename, dirname } from "node:path";
import { conclude, countLines, listSourceFiles } from "./source-files.ts";

export const linesMax = 300;
export const rootFilesMax = 12;

type Sized = { file: string; lines: number };

const roles =
  /^(?<domain>[a-z-]+)(\.[a-z-]+)?\.(router|service|policy|repo|events|jobs)(\.[a-z-]+)?(\.test|\.deep)?\.ts$/;

export function findFaults(sized: readonly Sized[]): string[] {
  const files = new Set(sized.map(({ file }) => file));
  const rootFiles = sized.filter(({ file }) => !file.includes("/"));
  return [
    ...sized
      .filter(({ file, lines }) => isCode(file) && lines > linesMax)
      .map(({ file, lines }) => `${file}: ${lines} lines; ${linesMax} is the most.`),
    ...(rootFiles.length > rootFilesMax
      ? [
          `The root holds ${rootFiles.length} files; ${rootFilesMax} is the most: ${rootFiles.map((f) => f.file).join(", ")}`,
        ]
      : []),
    ...[...files].flatMap((file) => findNameFaults(file, files)),
  ];
}

export function summarise(sized: readonly Sized[]): string {
  const counts = sized
    .filter(({ file }) => isCode(file))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const at = (share: number) => counts[Math.min(counts.length - 1, Math.floor(counts.length * share))] ?? 0;
  return `${counts.length} files, lines: median ${at(0.5)}, p90 ${at(0.9)}, largest ${counts.at(-1) ?? 0}`;
}

function findNameFaults(file: string, files: ReadonlySet<string>): string[] {
  const name = basename(file);
  const faults: string[] = [];
  if (/^index\.tsx?$/.test(name) && !file.startsWith("apps/web/src/routes/"))
    faults.push(`${file}: no barrels; import the file that holds the thing.`);
  if (/^(utils?|helpers?|common|misc)\.tsx?$/.test(name)) faults.push(`${file}: name it after what it holds.`);
  if (/\.test\.tsx?$/.test(name) && !hasSource(file, files)) faults.push(`${file}: no source of that name beside it.`);
  if (/^apps\/web\/e2e\/.*\.(test|deep)\.tsx?$/.test(file))
    faults.push(`${file}: Vitest would run it too; a journey is *.e2e.ts, or *.e2e-deep.ts for the deep run.`);
  const domain = /^apps\/server\/src\/domains\/([^/]+)\//.exec(file)?.[1];
  if (domain !== undefined && name !== "README.md" && roles.exec(name)?.groups?.["domain"] !== domain)
    faults.push(
      `${file}: a domain's files are ${domain}.{router,service,policy,repo,events,jobs}.ts, their tests, and a README.md if it needs one.`,
    );
  return faults;
}

/** `status.service.budget.test.ts` stands beside `status.service.ts`, `redis-outage.test.ts` beside `redis.ts`, `schema.test.ts` beside `schema/`. */
function hasSource(testFile: string, files: ReadonlySet<string>): boolean {
  const stem = basename(testFile).replace(/\.test\.tsx?$/, "");
  const prefixes = [...stem.matchAll(/[.-]|$/g)].map(({ index }) => `${dirname(testFile)}/${stem.slice(0, index)}`);
  const endings = [".ts", ".tsx", ".mjs", ".css"];
  return prefixes.some(
    (prefix) =>
      endings.some((ending) => files.has(prefix + ending)) || [...files].some((file) => file.startsWith(`${prefix}/`)),
  );
}

function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|css)$/.test(file) && !file.endsWith(".gen.ts");
}

if (import.meta.main) {
  const sized = listSourceFiles().map((file) => ({ file, lines: countLines(file) }));
  conclude(findFaults(sized), summarise(sized));
}
