import type { ReactElement } from "react";
import { isJoined } from "./besley-advances.ts";
import { Author, heightOf, TitleLines } from "./cover-lettering.tsx";
import { inTenths, type Point, pathOf } from "./cover-path.ts";
import type { Design, Dice } from "./cover-seed.ts";
import { setTitle } from "./cover-title.ts";

/** `by` is null where it would be too small to read; `isCoarse` where fine lines would be lost. */
export type Sketch = { dice: Dice; title: string; by: string | null; isCoarse: boolean };

export const designs: Record<Design, (sketch: Sketch) => ReactElement> = { wrapper, tide, tessera, lamp };

const round = (value: number) => Math.round(value * 10) / 10;
const whole = 2 * Math.PI;

/** A framed part-issue with a turned rosette in the room that its title leaves. */
function wrapper({ dice, title: words, by, isCoarse }: Sketch) {
  const petals = 5 + Math.floor(dice() * 8);
  const depth = 0.18 + dice() * 0.5;
  const folds = 1 + Math.floor(dice() * 3);
  const title = setTitle(words, { width: 146, rows: 4, max: 28 });
  const height = heightOf(title);
  const foot = by === null ? 282 : 262;
  const middle = (46 + height + foot) / 2;
  const radius = Math.min(62, (foot - 12 - height - 52) / 2);
  const steps = Math.min(isCoarse ? 90 : 180, petals * (folds + 1) * (isCoarse ? 5 : 8));
  const ring = (index: number) => {
    const outer = radius * (1 - index * 0.125);
    const at = (step: number): Point => {
      const turn = (step / steps) * whole;
      const wave = Math.cos(petals * turn + (index % 2) * Math.PI) * Math.cos(folds * petals * turn * 0.5) ** 2;
      const reach = outer * (1 - depth * 0.5 + depth * 0.5 * wave);
      return [100 + reach * Math.sin(turn), middle - reach * Math.cos(turn)];
    };
    return `${pathOf(Array.from({ length: steps }, (_, step) => at(step)))}z`;
  };
  const rings = isCoarse ? [0, 1, 3, 5] : [0, 1, 2, 3, 4, 5, 6];
  const drawn = (isSpot: boolean) =>
    rings
      .filter((index) => (index % 3 === 1) === isSpot)
      .map(ring)
      .join("");
  return (
    <>
      <rect className="ink-line" x="9" y="9" width="182" height="282" strokeWidth="3" />
      <rect className="ink-line" x="14.5" y="14.5" width="171" height="271" strokeWidth=".9" />
      <g transform={inTenths}>
        <path className="ink-line" d={drawn(false)} strokeWidth={isCoarse ? 14 : 9} />
        <path className="spot-line" d={drawn(true)} strokeWidth={isCoarse ? 20 : 16} />
      </g>
      <circle className="spot" cx="100" cy={round(middle)} r="3.2" />
      <TitleLines title={title} x={100} y={40 + title.size * 0.75} isCentred />
      <Author by={by} x={100} y={272} isCentred isMirrored={false} />
    </>
  );
}

/** Drawn water, one line a wave, each hiding the one behind; the seed sets the horizon. */
function tide({ dice, title: words, by, isCoarse }: Sketch) {
  const title = setTitle(words, { width: 168, rows: 4, max: 34 });
  const height = heightOf(title);
  const horizon = Math.max(118, 44 + height + 26);
  const pitch = 0.9 + dice() * 1.6;
  const phase = dice() * 6;
  const shift = 0.6 + dice();
  const disc = { x: 40 + dice() * 120, y: horizon + 6 + dice() * 16, radius: 15 + dice() * 15 };
  const width = isCoarse ? 10 : 5;
  const waves: ReactElement[] = [];
  for (let index = 0, level = horizon + 22; level < 318; index += 1, level += 5.2 + index * 0.42) {
    if (isCoarse && index % 2 === 1) continue;
    const y = (x: number) =>
      level +
      (1.2 + index * 0.36) * Math.sin((x / 200) * whole * pitch + phase + index * shift) +
      (0.5 + index * 0.16) * Math.sin((x / 200) * whole * pitch * 2.3 - index * shift);
    const crest = Array.from(
      { length: Math.ceil(210 / width) + 1 },
      (_, step): Point => [step * width - 5, y(step * width - 5)],
    );
    const weight = (8 + index) * (isCoarse ? 1.7 : 1);
    waves.push(<path key={index} d={`${pathOf(crest)}V3300H-50z`} strokeWidth={Math.round(weight)} />);
  }
  return (
    <>
      <circle className="spot" cx={round(disc.x)} cy={round(disc.y)} r={round(disc.radius)} />
      <g className="ground ink-edge" transform={inTenths}>
        {waves}
      </g>
      <TitleLines title={title} x={16} y={22 + title.size * 0.78} />
      <Author by={by} x={16.5} y={22 + height + 15} isMirrored={title.lines.some(isJoined)} />
    </>
  );
}

const tile = 40;

/** Quarter circles behind a pasted label. */
function tessera({ dice, title: words, by }: Sketch) {
  const drawn = { ink: "", spot: "", ground: "" };
  for (let place = 0; place < 40; place += 1) {
    const [x, y] = [(place % 5) * tile, Math.floor(place / 5) * tile];
    const corner = Math.floor(dice() * 4);
    const colour = dice() < 0.2 ? "spot" : "ink";
    const kind = dice();
    if (kind < 0.68) drawn[colour] += quarter(x, y, corner, tile);
    else if (kind < 0.86) drawn[colour] += `M${x + 12} ${y + 20}a8 8 0 1 0 16 0a8 8 0 1 0-16 0`;
    if (kind < 0.4) drawn.ground += quarter(x, y, corner, 22);
  }
  const title = setTitle(words, { width: 142, rows: 4, max: 26 });
  const height = heightOf(title) + (by === null ? 26 : 46);
  return (
    <>
      <path className="ink" d={drawn.ink} />
      <path className="spot" d={drawn.spot} />
      <path className="ground" d={drawn.ground} />
      <rect className="ground" x="18" y="46" width="164" height={round(height)} />
      <rect className="ink-line" x="22" y="50" width="156" height={round(height - 8)} strokeWidth=".9" />
      <TitleLines title={title} x={100} y={60 + title.size * 0.8} isCentred />
      <Author by={by} x={100} y={46 + height - 14} isCentred isMirrored={false} />
    </>
  );
}

function quarter(left: number, top: number, corner: number, radius: number): string {
  const [isRight, isLow] = [corner === 1 || corner === 2, corner >= 2];
  const [x, y] = [isRight ? left + tile : left, isLow ? top + tile : top];
  const [across, down] = [isRight ? -radius : radius, isLow ? -radius : radius];
  return `M${x} ${y}h${across}A${radius} ${radius} 0 0 ${corner % 2 === 0 ? 1 : 0} ${x} ${y + down}z`;
}

/** A disc and its light, cut by the rule that the title stands on. */
function lamp({ dice, title: words, by, isCoarse }: Sketch) {
  const title = setTitle(words, { width: 168, rows: 4, max: 34 });
  const floor = round((by === null ? 274 : 262) - heightOf(title) - 16);
  const centre = { cx: round(34 + dice() * 132), cy: round(floor * (0.34 + dice() * 0.72)) };
  const radius = 22 + dice() * 26;
  const gap = 6 + dice() * 7;
  const rings: ReactElement[] = [];
  for (let index = 1, reach = radius + gap; reach < 260; index += 1, reach += gap + index * 0.5) {
    const weight = Math.max(0.5, 2 - index * 0.13) * (isCoarse ? 1.5 : 1);
    rings.push(<circle key={index} {...centre} r={round(reach)} strokeWidth={round(weight)} />);
  }
  return (
    <>
      {/* An inner drawing cuts off what goes beyond its edge. */}
      <svg width="200" height={floor}>
        <g className="ink-line">{rings}</g>
        <circle className="spot" {...centre} r={round(radius)} />
      </svg>
      <rect className="ink" y={floor} width="200" height="3" />
      <rect className="ink" y={floor + 5} width="200" height=".9" />
      <TitleLines title={title} x={16} y={floor + 14 + title.size * 0.8} />
      <Author by={by} x={16.5} y={283} isMirrored={title.lines.some(isJoined)} />
    </>
  );
}
