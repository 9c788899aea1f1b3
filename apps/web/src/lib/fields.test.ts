import { expect, test } from "vitest";
import { fieldsIn, wrongIn } from "./fields.ts";

test("a form is read as its start has it: words, chosen boxes, one box", () => {
  const data = new FormData();
  data.set("title", "Signal Box");
  data.append("genres", "mystery");
  data.append("genres", "horror");
  const start = { title: "", genres: [] as string[], notices: ["war"], isAiReserved: true, licence: "mine" };
  expect(fieldsIn(data, start)).toEqual({
    title: "Signal Box",
    genres: ["mystery", "horror"],
    notices: [],
    isAiReserved: false,
    licence: "mine",
  });
});

test("a field is told of its first fault, by whatever part of it is wrong", () => {
  const issues = [
    { path: ["tags", 3], code: "too_big" },
    { path: ["tags"], code: "too_small" },
    { path: ["title"], code: "too_small" },
  ];
  expect(wrongIn({ issues })).toEqual({ tags: "too_big", title: "too_small" });
});
