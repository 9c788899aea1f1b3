import { attrs, chapter, paragraph } from "@muejam/prose/testing/make-document";
import { expect, test } from "vitest";
import { assertDescribed, assertNews, assertReadable, assertUnseen, type Manuscript } from "./edition.policy.ts";

const written: Manuscript = {
  title: "Night",
  noteBefore: "",
  noteAfter: "",
  document: chapter(paragraph(1, "Words.")),
};

test.each([
  ["CHAPTER_UNTITLED", { ...written, title: "" }, 1],
  ["CHAPTER_EMPTY", written, 0],
])("%s", (code, manuscript, words) => {
  expect(() => assertReadable(manuscript, words)).toThrow(expect.objectContaining({ code }));
});

test("a title and a word are enough", () => {
  expect(() => assertReadable(written, 1)).not.toThrow();
});

test("a picture is described, or decorates, before readers meet it; one that nobody has spoken of is named", () => {
  const picture = (alt: string | null) =>
    chapter({ type: "figure", attrs: { ...attrs(2), media: "lamp", alt, width: null, height: null } });
  for (const alt of ["A lamp", ""]) expect(() => assertDescribed(picture(alt))).not.toThrow();
  expect(() => assertDescribed(picture(null))).toThrow(
    expect.objectContaining({ code: "MEDIA_UNDESCRIBED", issues: [expect.objectContaining({ path: attrs(2).id })] }),
  );
});

test.each([
  ["nothing was shown", null],
  ["another title", { ...written, title: "Day" }],
  ["another note", { ...written, noteAfter: "Thanks." }],
  ["other words", { ...written, document: chapter(paragraph(1, "Other words.")) }],
])("%s is news", (_, shown) => {
  expect(() => assertNews(written, shown)).not.toThrow();
});

test("the same words are no news, whatever the order of keys that Postgres gives them", () => {
  const { content, ...rest } = written.document;
  const shown = { ...written, document: { content, ...rest } };
  expect(() => assertNews(written, shown)).toThrow(expect.objectContaining({ code: "EDITION_UNCHANGED" }));
});

test("the same words from an older MueJam are no news either", () => {
  const shown = { ...written, document: { ...written.document, attrs: { docVersion: 1 } } };
  expect(() => assertNews(written, shown)).toThrow(expect.objectContaining({ code: "EDITION_UNCHANGED" }));
});

test("what readers see is not erased", () => {
  expect(() => assertUnseen({ id: "a", currentEditionId: "b" })).not.toThrow();
  expect(() => assertUnseen({ id: "a", currentEditionId: "a" })).toThrow(expect.objectContaining({ code: "CONFLICT" }));
});
