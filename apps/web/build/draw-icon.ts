import { crc32, deflateSync } from "node:zlib";

type Point = readonly [x: number, y: number];
type Paint = readonly [red: number, green: number, blue: number];
export type Icon = {
  size: number;
  /** Rounded as the mark is, with nothing around it; otherwise the ground goes to the edge, and the system cuts it. */
  isRounded: boolean;
};

/** Rows and columns looked at within a pixel. */
const fine = 4;
const curveSteps = 12;

/** The mark as a PNG, from the same drawing as the favicon: always the same bytes. */
export function drawIcon(svg: string, { size, isRounded }: Icon): Buffer {
  const read = (pattern: RegExp) => pattern.exec(svg)?.[1] ?? fail(pattern);
  const side = Number(read(/viewBox="0 0 (\d+) /));
  const shape = flatten(read(/ d="([^"]+)"/));
  const [ground, sign] = [read(/<rect[^>]* fill="#(\w{6})"/), read(/<path[^>]* fill="#(\w{6})"/)].map(toPaint);
  const corner = isRounded ? Number(read(/ rx="(\d+)"/)) : 0;
  if (!ground || !sign) throw new Error("The mark has no colours.");
  const row = size * 4 + 1;
  const pixels = Buffer.alloc(row * size);
  const samples = Array.from({ length: fine }, (_, part) => (part + 0.5) / fine);
  for (let y = 0; y < size; y += 1) {
    const lines = samples
      .map((part) => ((y + part) * side) / size)
      .map((at) => ({ around: roundedEnds(at, side, corner), ends: crossings(shape, at) }));
    for (let x = 0; x < size; x += 1) {
      let [inGround, inSign] = [0, 0];
      for (const { around, ends } of lines) {
        for (const part of samples) {
          const left = ((x + part) * side) / size;
          if (isInside(around, left)) inGround += 1;
          if (isInside(ends, left)) inSign += 1;
        }
      }
      const share = inSign / fine ** 2;
      const colour = ground.map((value, part) => Math.round(value + ((sign[part] ?? 0) - value) * share));
      pixels.set([...colour, Math.round((255 * inGround) / fine ** 2)], y * row + 1 + x * 4);
    }
  }
  return encode(size, pixels);
}

function fail(pattern: RegExp): never {
  throw new Error(`The mark is not drawn as ${pattern} expects.`);
}

const toPaint = (hex: string): Paint => {
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** A path of moves, straight lines and quadratic curves, as one line of many points. */
function flatten(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command, rest = ""] of path.matchAll(/([MLQ])([^MLQz]*)/g)) {
    const [a, b] = [...rest.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
    const from = points.at(-1);
    if (command === "Q" && from && a && b)
      for (let step = 1; step <= curveSteps; step += 1) points.push(along([from, a, b], step / curveSteps));
    else if (a) points.push(a);
  }
  return points;
}

function along([from, bend, to]: [Point, Point, Point], t: number): Point {
  const at = (axis: 0 | 1) => (1 - t) ** 2 * from[axis] + 2 * (1 - t) * t * bend[axis] + t ** 2 * to[axis];
  return [at(0), at(1)];
}

/** Where a level line crosses the shape. */
function crossings(shape: readonly Point[], y: number): number[] {
  return shape.flatMap(([toX, toY], index) => {
    const [fromX, fromY] = shape.at(index - 1) ?? [0, 0];
    return fromY > y === toY > y ? [] : [fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)];
  });
}

function roundedEnds(y: number, side: number, corner: number): number[] {
  const beyond = Math.max(corner - y, y - (side - corner), 0);
  const inset = corner - Math.sqrt(corner ** 2 - beyond ** 2);
  return [inset, side - inset];
}

/** Inside is what has an odd number of ends to its right. */
function isInside(ends: readonly number[], x: number): boolean {
  let count = 0;
  for (const end of ends) if (end > x) count += 1;
  return count % 2 === 1;
}

function encode(size: number, pixels: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
