import { expect, test } from "vitest";
import { type Manifest, weigh } from "./bundle-budget.ts";

const manifest: Manifest = {
  "index.html": { file: "client.js", imports: ["_shared.js"], dynamicImports: ["small.tsx", "big.tsx"] },
  "_shared.js": { file: "shared.js", imports: ["_deep.js", "_shared.js"] },
  "_deep.js": { file: "deep.js" },
  "small.tsx": { file: "small.js", imports: ["_shared.js"] },
  "big.tsx": { file: "big.js", imports: ["_shared.js", "_part.js"], dynamicImports: ["dialog.tsx"] },
  "_part.js": { file: "part.js" },
  "dialog.tsx": { file: "dialog.js" },
  "face.woff2": { file: "face.woff2" },
};
const bytes: Record<string, number> = {
  "client.js": 100,
  "shared.js": 10,
  "deep.js": 1,
  "small.js": 5,
  "big.js": 50,
  "part.js": 7,
};

test("a page weighs the entry and its route, each part once, and nothing that comes later", () => {
  const { shared, routes } = weigh({ manifest, scripts: ["client.js"], bytesOf: (file) => bytes[file] ?? 1_000_000 });
  expect(shared.toSorted()).toEqual(["client.js", "deep.js", "shared.js"]);
  expect(routes.map(({ route, bytes: total }) => [route, total])).toEqual([
    ["big.tsx", 168],
    ["small.tsx", 116],
    ["(no route of its own)", 111],
  ]);
});
