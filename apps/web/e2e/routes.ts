import { readFileSync } from "node:fs";

const tree = readFileSync(new URL("../src/route-tree.gen.ts", import.meta.url), "utf8");
const [, paths] = /fullPaths:([^]*?)fileRoutesByTo/.exec(tree) ?? [];
if (!paths) throw new Error("The route tree no longer lists its paths.");

/** Every route there is, from the route tree, and one there is not. */
export const routes = [...[...paths.matchAll(/'([^']+)'/g)].map(([, path = "/"]) => path), "/no-such-page"];

export const themes = ["paper", "sepia", "dark", "black"] as const;
export const screens = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
};

/** Each screen in two themes: layout depends on the one, colours on the other. */
export const looks = [
  ["phone", "paper"],
  ["phone", "dark"],
  ["desktop", "sepia"],
  ["desktop", "black"],
] as const;
