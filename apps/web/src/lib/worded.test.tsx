import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Worded } from "./worded.tsx";

const parts = { who: <b>Nuala</b>, what: <i>Slack Water</i> };
const show = (words: (inputs: Record<"who" | "what", string>) => string) =>
  renderToStaticMarkup(<Worded words={words} parts={parts} />);

test("each part stands where the sentence has its place, in whatever order", () => {
  expect(show(({ who, what }) => `${who} published ${what}.`)).toBe("<b>Nuala</b> published <i>Slack Water</i>.");
  expect(show(({ who, what }) => `${what}: ${who}`)).toBe("<i>Slack Water</i>: <b>Nuala</b>");
  expect(show(({ who }) => `Again ${who} and ${who}`)).toBe("Again <b>Nuala</b> and <b>Nuala</b>");
});
