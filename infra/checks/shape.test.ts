import { expect, test } from "vitest";
import { findFaults, summarise } from "./shape.ts";

const domain = "apps/server/src/domains/story";
const sized = (file: string, lines = 10) => ({ file, lines });

test.each([
  ["packages/ui/src/index.ts", "no barrels"],
  ["packages/ui/src/utils.ts", "name it after"],
  [`${domain}/story.manager.ts`, "a domain's files are"],
  [`${domain}/draft.service.ts`, "a domain's files are"],
  ["apps/web/e2e/speed.deep.ts", "Vitest would run it too"],
  ["packages/ui/src/lonely.test.ts", "no source of that name"],
])("%s: %s", (file, words) => {
  expect(findFaults([sized(file)])).toEqual([expect.stringContaining(words)]);
});

test("a tidy domain has no fault", () => {
  const files = [
    "story.service.ts",
    "story.publishing.service.ts",
    "story.service.test.ts",
    "story.service.budget.test.ts",
  ];
  expect(findFaults(files.map((name) => sized(`${domain}/${name}`)))).toEqual([]);
  expect(findFaults([sized("apps/web/src/routes/index.tsx")])).toEqual([]);
});

test("length and root are bounded", () => {
  expect(findFaults([sized("packages/ui/src/a.ts", 300)])).toEqual([]);
  expect(findFaults([sized("packages/ui/src/a.ts", 301)])).toEqual([expect.stringContaining("301 lines")]);
  const roots = Array.from({ length: 13 }, (_, n) => sized(`root-${n}.json`));
  expect(findFaults(roots)).toEqual([expect.stringContaining("13 files")]);
});

test("the figures are those of code files", () => {
  const files = [...[10, 20, 30].map((lines) => sized(`packages/ui/src/a${lines}.ts`, lines)), sized("README.md", 999)];
  expect(summarise(files)).toBe("3 files, lines: median 20, p90 30, largest 30");
});
