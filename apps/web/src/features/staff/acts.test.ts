import { expect, test } from "vitest";
import { actsOf } from "./acts.ts";

test("only administrators say who is who", () => {
  expect(actsOf(["moderator"])).toEqual(["hold", "release"]);
  expect(actsOf(["senior"])).toEqual(["hold", "release"]);
  expect(actsOf(["administrator"])).toEqual(["hold", "release", "verify", "unverify"]);
});
