import { readFileSync } from "node:fs";
import { conclude, listSourceFiles } from "./source-files.ts";

type Manifest = Record<string, Record<string, string> | undefined>;

const kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** One version of everything, written once, in the catalog. */
export function findManifestFaults(file: string, manifest: Manifest): string[] {
  return kinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([name, version]) => version !== "catalog:" && version !== "workspace:*" && !isNodeItself(name, version))
      .map(
        ([name, version]) => `${file}: ${name} is "${version}"; write "catalog:" and pin it in pnpm-workspace.yaml.`,
      ),
  );
}

export function findCatalogFaults(workspace: string): string[] {
  const catalog = workspace.split(/^catalog:$/m)[1]?.split(/^\S/m)[0] ?? "";
  return catalog
    .split("\n")
    .flatMap((line) => /^ {2}"?([^":]+)"?: (\S+)$/.exec(line)?.slice(1, 3).join(" ") ?? [])
    .filter((entry) => !exact.test(entry.split(" ")[1] ?? ""))
    .map((entry) => `pnpm-workspace.yaml: ${entry} is not an exact version.`);
}

/** A lockfile that names a host would pull from there on every machine. */
export function findLockFaults(lock: string): string[] {
  return lock.split("\n").flatMap((line, index) => {
    const url = /https?:\/\/[^\s'"},]+/.exec(line)?.[0];
    const isNote = /^\s+deprecated:/.test(line);
    return url === undefined || isNote ? [] : [`pnpm-lock.yaml:${index + 1}: names a host (${url}).`];
  });
}

/** Turbo runs the scripts that are there, so a package without one is never tested and nobody is told. */
export function findScriptFaults(file: string, manifest: Manifest, files: readonly string[]): string[] {
  const folder = file.replace(/package\.json$/, "");
  const own = folder === "" ? [] : files.filter((one) => one.startsWith(folder));
  const needs = { types: own.some((one) => /\.tsx?$/.test(one)), test: own.some((one) => one.endsWith(".test.ts")) };
  return Object.entries(needs)
    .filter(([script, isNeeded]) => isNeeded && manifest["scripts"]?.[script] === undefined)
    .map(([script]) => `${file}: has files for a script "${script}" and no such script.`);
}

/** The bootstrap takes Node itself from the root's manifest, before there is a pnpm to read a catalog. */
function isNodeItself(name: string, version: string): boolean {
  return name.startsWith("node-") && exact.test(version);
}

if (import.meta.main) {
  const files = listSourceFiles();
  const manifests = files.filter((file) => /(^|\/)package\.json$/.test(file));
  const faults = [
    ...manifests.flatMap((file) => {
      const manifest: Manifest = JSON.parse(readFileSync(file, "utf8"));
      return [...findManifestFaults(file, manifest), ...findScriptFaults(file, manifest, files)];
    }),
    ...findCatalogFaults(readFileSync("pnpm-workspace.yaml", "utf8")),
    ...findLockFaults(readFileSync("pnpm-lock.yaml", "utf8")),
  ];
  conclude(faults, `${manifests.length} packages`);
}
