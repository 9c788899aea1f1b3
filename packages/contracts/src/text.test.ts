import { expect, test } from "vitest";
import { line, lines } from "./text.ts";

test.each(["The Lantern", "ساعتان في دمشق", "山の音", "é", "…", "👩🏽‍🚀"])("%s is a line", (text) => {
  expect(line(1, 50).parse(` ${text} `)).toBe(text.normalize("NFC"));
});

test.each(["", " ", "\u200b", "\u200d\u200d", "\u3164", "a\u0000b", "a\nb", "a\u202eb", "\ud800"])(
  "%j is none",
  (text) => expect(line(1, 50).safeParse(text).success).toBe(false),
);

test("lines keep their breaks, however they were made", () => {
  expect(lines(50).parse(" one\r\ntwo\rthree ")).toBe("one\ntwo\nthree");
  expect(lines(50).safeParse("a\u0007b").success).toBe(false);
});
