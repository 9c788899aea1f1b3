import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawIcon, type Icon } from "./draw-icon.ts";

const mark = readFileSync(new URL("../public/favicon.svg", import.meta.url), "utf8");

/** Red, green, blue and how much of it, at a place given in parts of the whole. */
function look(icon: Icon) {
  const png = drawIcon(mark, icon);
  const rows = inflateSync(png.subarray(png.indexOf("IDAT") + 4));
  return (x: number, y: number) => {
    const [column, row] = [x, y].map((part) => Math.floor(part * icon.size)) as [number, number];
    const at = row * (icon.size * 4 + 1) + 1 + column * 4;
    return [...rows.subarray(at, at + 4)];
  };
}

const [green, marmalade] = [
  [20, 64, 49, 255],
  [235, 163, 88, 255],
];

test("the comma stands on its ground", () => {
  const at = look({ size: 192, isRounded: true });
  expect([at(0.5, 0.02), at(0.5, 0.65), at(0.6, 0.4)]).toEqual([green, marmalade, green]);
});

test("rounded there is nothing at the corners; to be cut by a system it reaches them, the comma well within", () => {
  expect(look({ size: 180, isRounded: true })(0.01, 0.01)[3]).toBe(0);
  const at = look({ size: 512, isRounded: false });
  expect(at(0.001, 0.001)).toEqual(green);
  const rim = Array.from({ length: 360 }, (_, degree) => (degree * Math.PI) / 180);
  for (const angle of rim) expect(at(0.5 + 0.4 * Math.cos(angle), 0.5 + 0.4 * Math.sin(angle))).toEqual(green);
});

test("it is the same at every build", () => {
  expect(drawIcon(mark, { size: 192, isRounded: true })).toEqual(drawIcon(mark, { size: 192, isRounded: true }));
});

test("a mark that is drawn in another way is refused", () => {
  expect(() => drawIcon("<svg/>", { size: 16, isRounded: true })).toThrow("not drawn as");
});
