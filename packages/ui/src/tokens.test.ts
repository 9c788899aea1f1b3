import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Light = readonly [red: number, green: number, blue: number];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** What stands on what, and the least contrast it may have (WCAG: 4.5 for text, 3 for shapes; 7 for long reading). */
const pairs: Record<string, Record<number, string[]>> = {
  ink: { 7: ["paper", "sheet", "well", "wrapper"], 4.5: ["hl-quince", "hl-greengage", "hl-sloe", "hl-rosehip"] },
  "ink-2": {
    4.5: ["paper", "sheet", "well", "wrapper", "bottle-soft", "hl-quince", "hl-greengage", "hl-sloe", "hl-rosehip"],
  },
  "ink-3": { 4.5: ["paper", "sheet", "well"] },
  bottle: {
    4.5: ["paper", "sheet", "well", "wrapper", "bottle-soft", "hl-quince", "hl-greengage", "hl-sloe", "hl-rosehip"],
  },
  "on-bottle": { 4.5: ["bottle", "bottle-deep"] },
  "marmalade-ink": { 4.5: ["paper", "well", "marmalade-soft"] },
  marmalade: { 3: ["paper"] },
  currant: { 4.5: ["paper", "sheet", "currant-soft"] },
  "on-currant": { 4.5: ["currant"] },
  edge: { 3: ["paper", "sheet"] },
  focus: { 3: ["paper", "sheet", "wrapper", "bottle-soft"] },
};

describe.each(["paper", "sepia", "dark", "black"])("the theme %s", (theme) => {
  const tokens = tokensOf(theme);
  const rows = Object.entries(pairs).flatMap(([front, grounds]) =>
    Object.entries(grounds).flatMap(([least, backs]) => backs.map((back) => ({ front, back, least: Number(least) }))),
  );

  test.each(rows)("$front on $back has a contrast of $least", ({ front, back, least }) => {
    expect(contrast(tokens.get(front), tokens.get(back))).toBeGreaterThanOrEqual(least);
  });

  test("stays inside sRGB", () => {
    const outside = [...tokens].filter(([, light]) => light.some((part) => part < -0.002 || part > 1.002));
    expect(outside.map(([name]) => name)).toEqual([]);
  });
});

function tokensOf(theme: string): Map<string, Light> {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([\\s\\S]*?)\\n\\}`).exec(css)?.[1] ?? "";
  const values = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map([...values].map(([, name = "", ...lch]) => [name, linearOf(lch.map(Number))]));
}

/** OKLCH to linear sRGB, by the matrices of CSS Color 4. */
function linearOf([lightness = 0, chroma = 0, hue = 0]: number[]): Light {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function contrast(one: Light | undefined, other: Light | undefined): number {
  if (!one || !other) return 0;
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((x, y) => x - y);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Light): number {
  return 0.2126 * Math.max(0, red) + 0.7152 * Math.max(0, green) + 0.0722 * Math.max(0, blue);
}
