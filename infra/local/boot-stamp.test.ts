import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stampOf } from "./boot-stamp.mjs";

function makeCheckout(): (file: string, text: string) => string {
  const checkout = mkdtempSync(join(tmpdir(), "muejam-stamp-"));
  for (const folder of ["apps/server", "packages/ui/src", "node_modules/pg"])
    mkdirSync(join(checkout, folder), { recursive: true });
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "apps/server/package.json"])
    writeFileSync(join(checkout, file), "{}");
  const write = (file: string, text: string): string => {
    writeFileSync(join(checkout, file), text);
    return stampOf(checkout);
  };
  return write;
}

test.each(["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "apps/server/package.json"])(
  "a change of %s asks for an install",
  (file) => {
    const write = makeCheckout();
    const before = write("apps/server/main.ts", "");
    expect(write(file, "changed")).not.toBe(before);
  },
);

test("a new package asks for an install", () => {
  const write = makeCheckout();
  const before = write("apps/server/main.ts", "");
  expect(write("packages/ui/package.json", "{}")).not.toBe(before);
});

test("sources and installed packages do not", () => {
  const write = makeCheckout();
  const before = write("apps/server/main.ts", "");
  expect(write("apps/server/main.ts", "changed")).toBe(before);
  expect(write("node_modules/pg/package.json", "{}")).toBe(before);
  expect(write("packages/ui/src/package.json", "{}")).toBe(before);
});
