import { expect, test } from "vitest";
import { wireJobs, wireRouter } from "./wire.ts";

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

test("a list that is not flat is left to a person", () => {
  expect(() => wireJobs("export const jobs = [defineJob({})];", "bookmark")).toThrow("flat list");
  expect(() => wireJobs("export const others = [];", "bookmark")).toThrow("flat list");
  expect(() => wireJobs("export const jobs = [];\nexport const jobs = [];", "bookmark")).toThrow("flat list");
});
