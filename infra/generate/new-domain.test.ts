import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newDomain } from "./new-domain.ts";
import { authorisationFile, composeFile, doorsFile, rootFile } from "./wire.ts";

const checkout = join(import.meta.dirname, "../..");
const now = new Date("2026-12-01T08:00:00Z");
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "muejam-new-"));
  const wired = [rootFile, composeFile, authorisationFile, doorsFile];
  for (const file of [...wired, "prisma/schema", "prisma/migrations", "packages/contracts/src/status.ts"])
    cpSync(join(checkout, file), join(root, file), { recursive: true });
  for (const folder of ["apps/server/src/domains/status", "apps/web/src/features"])
    mkdirSync(join(root, folder), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const finish = () => undefined;
const treeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => [join(entry.parentPath, entry.name), entry.isFile()] as const)
    .map(([path, isFile]) => `${path} ${isFile ? readFileSync(path, "utf8") : ""}`)
    .sort((a, b) => a.localeCompare(b));

test("a domain is written, wired once in each list, and comes after every migration", () => {
  const files = newDomain({ root, name: "exemplar", now, finish });
  expect(files).toContain("prisma/migrations/20261201080000_exemplar/migration.sql");
  expect(files).toContain("apps/server/src/domains/exemplar/exemplar.service.test.ts");
  expect(readFileSync(join(root, rootFile), "utf8")).toMatch(/router\(\{[^}]*\bexemplar: exemplarRouter\b[^}]*\}/);
  expect(readFileSync(join(root, composeFile), "utf8")).toMatch(/const jobs = \[[^\]]*\.\.\.exemplarJobs\b[^\]]*\]/);
  expect(readFileSync(join(root, authorisationFile), "utf8")).toContain('"exemplar.add": write,');
  expect(readFileSync(join(root, doorsFile), "utf8")).toContain('"exemplar.add": () =>');
  for (const file of files) expect(readFileSync(join(root, file), "utf8")).not.toMatch(/\{\{\w+\}\}/);
});

test("a second time is refused and changes nothing", () => {
  newDomain({ root, name: "exemplar", now, finish });
  const before = treeOf(root);
  expect(() => newDomain({ root, name: "exemplar", now, finish })).toThrow("already");
  expect(treeOf(root)).toEqual(before);
});

test("when the last step fails, nothing half-written is left", () => {
  const before = treeOf(root);
  const fail = () => {
    throw new Error("the disk is full");
  };
  expect(() => newDomain({ root, name: "exemplar", now, finish: fail })).toThrow("the disk is full");
  expect(treeOf(root)).toEqual(before);
});

test.each([
  [undefined, "Say which"],
  ["", "Say which"],
  ["Exemplar", "small letters"],
  ["exem-plar", "small letters"],
  ["../etc", "small letters"],
  ["ab", "small letters"],
  ["class", "word of the language"],
  ["date", "given away"],
  ["status", "already"],
])("%j is refused", (name, words) => {
  const before = treeOf(root);
  expect(() => newDomain({ root, name, now, finish })).toThrow(words);
  expect(treeOf(root)).toEqual(before);
});
