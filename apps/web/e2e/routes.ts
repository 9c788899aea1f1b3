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

/** Layout depends on the screen, colours on the theme; what each theme's colours make of each other is proven by itself. */
export const looks = [
  ["phone", "paper"],
  ["desktop", "dark"],
] as const;
