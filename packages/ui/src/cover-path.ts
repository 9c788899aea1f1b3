export type Point = readonly [x: number, y: number];

/** Whole steps of a tenth: half the bytes of decimals, and nothing that two machines could round apart. */
export function pathOf(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  return points
    .map((point, index) => {
      const [toX, toY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
      const step = `${toX - x}${toY - y < 0 ? "" : " "}${toY - y}`;
      [x, y] = [toX, toY];
      return index === 0 ? `M${step}l` : index === 1 || step.startsWith("-") ? step : ` ${step}`;
    })
    .join("");
}

/** Drawn in tenths, shown at their size. */
export const inTenths = "scale(.1)";
