import { expect, test } from "vitest";
import { exactNameIn } from "./exact-name.ts";

test.each([
  ["", {}],
  ["https://muejam.test/s/request-stop-04m4xr22yn/2-the-depot", { ref: "04m4xr22yn" }],
  ["/s/04m4xr22yn", { ref: "04m4xr22yn" }],
  ["04m4xr22yn", { ref: "04m4xr22yn", handle: "04m4xr22yn", slug: "04m4xr22yn" }],
  ["/@tamsin_vale", { handle: "tamsin_vale" }],
  ["@tamsin_vale", { handle: "tamsin_vale" }],
  ["/tags/frost-fair", { slug: "frost-fair" }],
  ["#Frost Fair", { slug: "frost-fair" }],
  ["Frost Fair", { slug: "frost-fair" }],
  ["/settings", {}],
  ["/tags/%E5%A4", {}],
])("%s", (typed, name) => expect(exactNameIn(typed)).toEqual(name));
