import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Worded } from "./worded.tsx";

const parts = { who: createElement("b", null, "Nuala"), what: createElement("i", null, "Slack Water") };
const show = (words: (inputs: Record<"who" | "what", string>) => string) =>
  renderToStaticMarkup(createElement(Worded<"who" | "what">, { words, parts }));

test("each part stands where the sentence has its place, in whatever order", () => {
  expect(show(({ who, what }) => `${who} published ${what}.`)).toBe("<b>Nuala</b> published <i>Slack Water</i>.");
  expect(show(({ who, what }) => `${what}: ${who}`)).toBe("<i>Slack Water</i>: <b>Nuala</b>");
  expect(show(({ who }) => `Again ${who} and ${who}`)).toBe("Again <b>Nuala</b> and <b>Nuala</b>");
});
