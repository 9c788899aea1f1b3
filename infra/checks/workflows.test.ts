import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFaults, type Workflow } from "./workflows.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".github/workflows");
const files = readdirSync(folder);
const scripts = new Set(Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts));
const read = (file: string): Workflow => ({ file, text: readFileSync(join(folder, file), "utf8") });
const ci = read("ci.yaml").text;

test.each(files)("%s keeps the rules", (file) => {
  expect(findFaults(read(file), scripts)).toEqual([]);
});

test.each(files)("%s is a workflow", (file) => {
  const program = join(root, "infra/node_modules/.bin/action-validator");
  const { status, stdout, stderr } = spawnSync(program, [join(folder, file)], { encoding: "utf8", cwd: root });
  expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
});

test.each([
  ["pin the action", ci.replace(/@[0-9a-f]{40} # v5\.0\.0/, "@v5")],
  ["names a version", ci.replace(" # v5.0.0", "")],
  ["permissions", ci.replace("permissions:\n  contents: read", "permissions: write-all")],
  ["concurrency", ci.replace("concurrency:", "another:")],
  ["timeout-minutes", ci.replace("    timeout-minutes: 10\n", "")],
  ["pull_request_target", ci.replace("  pull_request:", "  pull_request_target:")],
  ['no script "verity"', ci.replace("npm run verify", "npm run verity")],
  ["takes words", ci.replace("run: npm test", 'run: echo "${{ github.event.pull_request.title }}"')],
  ["takes words", ci.replace("run: npm test", "run: |\n          npm test\n          echo ${{ github.head_ref }}")],
])("%s", (fault, text) => {
  const words = fault === "names a version" ? "pin the action" : fault;
  expect(findFaults({ file: "ci.yaml", text }, scripts).join("\n")).toContain(words);
});
