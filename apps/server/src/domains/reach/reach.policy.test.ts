import { expect, test } from "vitest";
import { assertNotOwn } from "./reach.policy.ts";

test("nobody shuts out themselves, with whichever face", () => {
  expect(() => assertNotOwn("mine", { team: ["mine"] })).toThrow(expect.objectContaining({ code: "YOUR_OWN" }));
  expect(() => assertNotOwn("mine", { team: ["theirs"] })).not.toThrow();
});
