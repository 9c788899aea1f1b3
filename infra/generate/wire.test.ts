import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { authorisationFile, doorsFile, wireInputs, wireJobs, wireRouter, wireRows } from "./wire.ts";

test("a router joins the others", () => {
  const text =
    'import { router } from "./trpc.ts";\n\nexport const appRouter = router({\n  status: statusRouter,\n});\n';
  const wired = wireRouter(text, "bookmark");
  expect(wired).toContain("= router({\n  status: statusRouter,\n  bookmark: bookmarkRouter,\n})");
  expect(wired).toContain('import { bookmarkRouter } from "../domains/bookmark/bookmark.router.ts";');
});

test("jobs join the others, the first as well", () => {
  expect(wireJobs("export const jobs = [];\n", "bookmark")).toContain("export const jobs = [ ...bookmarkJobs ];");
  const wired = wireJobs("export const jobs = [...statusJobs];\n", "bookmark");
  expect(wired).toContain("[ ...statusJobs, ...bookmarkJobs ]");
});

test.each([
  [authorisationFile, wireRows, '"bookmark.remove": ownOnly(write),'],
  [doorsFile, wireInputs, '"bookmark.list": () => ({}),'],
])("new doors join the table of who may enter, in %s", (file, wire, line) => {
  const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
  expect(
    wire(text, "bookmark")
      .split("\n")
      .map((one) => one.trim()),
  ).toContain(line);
  expect(() => wire("export const other = {};", "bookmark")).toThrow("found to add to");
});

test("a list that is not flat is left to a person", () => {
  expect(() => wireJobs("export const jobs = [defineJob({})];", "bookmark")).toThrow("flat list");
  expect(() => wireJobs("export const others = [];", "bookmark")).toThrow("flat list");
  expect(() => wireJobs("export const jobs = [];\nexport const jobs = [];", "bookmark")).toThrow("flat list");
});
