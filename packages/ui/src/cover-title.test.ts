import { describe, expect, test } from "vitest";
import { setLine, setTitle, widthOf } from "./cover-title.ts";

const room = { width: 168, rows: 4, max: 34 };
const set = (title: string) => setTitle(title, room).lines;

test.each([
  ["What the Tide Owes", ["What the", "Tide Owes"]],
  ["A", ["A"]],
  ["Nine Locks to Marrow Hill", ["Nine", "Locks to", "Marrow", "Hill"]],
])("%s is set in balanced lines", (title, lines) => {
  expect(set(title)).toEqual(lines);
});

test("what explains a long title is left away", () => {
  const title = "The Sea Takes on Account: Being the Ledger of a Small Town in Nineteen Parts";
  expect(set(title).join(" ")).toBe("The Sea Takes on Account");
});

test("a title that cannot fit ends with a whole word", () => {
  const lines = set(`${"Improbable Chronicles ".repeat(8)}of Everything`);
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toMatch(/(Improbable|Chronicles)…$/);
});

test("Japanese breaks between letters, never before what closes", () => {
  const lines = set("四十二回目の息継ぎ、あるいは水の底から見上げる「空」");
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、」ー]/);
  for (const line of lines) expect(line).not.toMatch(/「$/);
});

describe("whatever it is called, it stays within its room", () => {
  const titles = [
    "W".repeat(200),
    "ساعتان في دمشق ".repeat(12),
    "水".repeat(200),
    "a ".repeat(100),
    "é\u0301".repeat(99),
    "…",
    "A: b",
  ];
  test.each(titles)("%s", (title) => {
    const { size, lines } = setTitle(title, room);
    expect(lines.length).toBeLessThanOrEqual(room.rows);
    expect(size).toBeGreaterThanOrEqual(13);
    expect(size).toBeLessThanOrEqual(room.max);
    for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(room.width + 0.01);
    expect(lines.join("")).not.toBe("");
  });
});

test("a name shrinks a little before it is cut off", () => {
  expect(setLine("Nuala Dace", 140, 10.5)).toEqual({ size: 10.5, text: "Nuala Dace" });
  expect(setLine("Clémence Aubrac-Delacroix", 140, 10.5)).toEqual({ size: 9.6, text: "Clémence Aubrac-Delacroix" });
  expect(setLine("Maximiliana Featherstonehaugh of Somewhere", 140, 10.5)).toMatchObject({
    size: 8.4,
    text: "Maximiliana…",
  });
});
