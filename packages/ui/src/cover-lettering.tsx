import { isJoined } from "./besley-advances.ts";
import { type SetTitle, setLine, trackOf } from "./cover-title.ts";

export type Lettered = { title: string; by: string | null };

export const leading = 1.06;
export const heightOf = (title: SetTitle): number => title.lines.length * title.size * leading;

type Spot = { x: number; y: number; isCentred?: boolean };

/** `y` is where the first line stands. What is read from the right begins at the right. */
export function TitleLines({ title, x, y, isCentred = false }: Spot & { title: SetTitle }) {
  const isMirrored = title.lines.some(isJoined);
  return title.lines.map((line, index) => (
    <Line
      // Lines of one title never change places.
      key={index}
      text={line}
      size={title.size}
      x={!isCentred && isMirrored ? 200 - x : x}
      y={y + index * title.size * leading}
      anchor={isCentred ? "middle" : isMirrored === isJoined(line) ? "start" : "end"}
      weight={600}
    />
  ));
}

export function Author({ by, x, y, isCentred = false, isMirrored }: Spot & { by: string | null; isMirrored: boolean }) {
  if (by === null) return null;
  const { text, size } = setLine(by, isCentred ? 140 : 166, 10.5);
  const anchor = isCentred ? "middle" : isMirrored === isJoined(by) ? "start" : "end";
  return <Line text={text} size={size} x={!isCentred && isMirrored ? 200 - x : x} y={y} anchor={anchor} weight={500} />;
}

type Anchor = "start" | "middle" | "end";
type LineProps = { text: string; size: number; x: number; y: number; anchor: Anchor; weight: 500 | 600 };

function Line({ text, size, x, y, anchor, weight }: LineProps) {
  return (
    <text
      x={round(x)}
      y={round(y)}
      fontSize={size}
      fontWeight={weight}
      letterSpacing={weight === 600 ? round(-trackOf(text) * size) : 0}
      textAnchor={anchor}
      direction={isJoined(text) ? "rtl" : "ltr"}
    >
      {text}
    </text>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
