import { expect, test } from "vitest";
import { inviteRule } from "./invite-rule.ts";

test.each([
  ["mara", "mara"],
  [" @Mara_2 ", "Mara_2"],
  ["@", null],
  ["mara@people.test", null],
])("%j is the handle %j", (typed, handle) => {
  const judged = inviteRule.safeParse({ handle: typed, role: "editor" });
  expect(judged.success ? judged.data.handle : null).toBe(handle);
});
