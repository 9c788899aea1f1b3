import { expect, test } from "vitest";
import { sumInitial, weigh } from "./bundle-budget.ts";

const manifest = {
  "index.html": { file: "assets/client.js", isEntry: true, imports: ["_shared.js"], dynamicImports: ["later.tsx"] },
  "_shared.js": { file: "assets/shared.js", imports: ["_deep.js", "_shared.js"] },
  "_deep.js": { file: "assets/deep.js" },
  "later.tsx": { file: "assets/later.js", imports: ["_shared.js"] },
  "face.woff2": { file: "assets/face.woff2" },
};

test("what the entry imports counts once, what it loads later and fonts do not", () => {
  const chunks = weigh(manifest, (file) => file.length);
  expect(chunks.map(({ file }) => file)).toEqual([
    "assets/client.js",
    "assets/shared.js",
    "assets/deep.js",
    "assets/later.js",
  ]);
  expect(sumInitial(chunks)).toBe("assets/client.js".length + "assets/shared.js".length + "assets/deep.js".length);
});
