import { expect, test } from "vitest";
import { assertKnown, assertRoom, bytesAProfile } from "./media.policy.ts";

test("a face has room for so much and no more", () => {
  expect(() => assertRoom(bytesAProfile - 5, 5)).not.toThrow();
  expect(() => assertRoom(bytesAProfile - 5, 6)).toThrow(
    expect.objectContaining({ code: "MEDIA_FULL", params: { max: 200 } }),
  );
});

test("pictures that nobody of the team has put there are named by their blocks", () => {
  const pictures = [{ attrs: { id: "b1", media: "known" } }, { attrs: { id: "b2", media: "strange" } }];
  expect(() => assertKnown(pictures.slice(0, 1), new Set(["known"]))).not.toThrow();
  expect(() => assertKnown(pictures, new Set(["known"]))).toThrow(
    expect.objectContaining({ code: "MEDIA_UNKNOWN", issues: [expect.objectContaining({ path: "b2" })] }),
  );
});
