import { expect, test } from "vitest";
import { look } from "./rules.ts";

const blank = Object.fromEntries(
  [0, 1, 2, 3, 4].flatMap((row) => [
    [`url${row}`, ""],
    [`label${row}`, ""],
  ]),
);

test("what was written is kept in its order, and lines without words are none", () => {
  const given = { ...blank, accent: "sloe", url1: "https://a.example", label1: "A", url4: "http://b.example/x" };
  expect(look.safeParse(given)).toEqual({
    success: true,
    data: {
      accent: "sloe",
      links: [
        { label: "A", url: "https://a.example/" },
        { label: "", url: "http://b.example/x" },
      ],
    },
  });
});

test("a fault stands at the line that has it", () => {
  const given = {
    ...blank,
    accent: "sloe",
    url0: "https://a.example",
    url3: "javascript:alert(1)",
    label4: "words alone",
  };
  const judged = look.safeParse(given);
  const places = judged.success ? [] : judged.error.issues.map(({ path }) => path[0]);
  expect([...new Set(places)]).toEqual(["url3", "url4"]);
});
