import { FaultReport } from "@muejam/contracts/fault";
import { expect, test, vi } from "vitest";
import { reportOf } from "./report-fault.ts";

vi.stubGlobal("document", { querySelector: () => ({ getAttribute: () => "1a2b3c4d" }) });

test("a report says where it broke, and nothing that somebody wrote", () => {
  const error = new TypeError('"Dear Nuala" is not valid');
  error.stack = [
    "TypeError: Dear Nuala, https://muejam.test/assets/secret.js",
    "    at Ie (https://muejam.test/assets/base-1a2b3c4d.js:1:2345)",
    "    at https://muejam.test/assets/@__handle_-CVNZTkqD.js:2:7",
    "go@https://muejam.test/assets/s._story-AAAA1111.js:1:9",
    "    at chrome-extension://abcdef/content.js:3:4",
  ].join("\n");
  const report = reportOf(error, "/s/$story");
  expect(report).toEqual({
    build: "1a2b3c4d",
    route: "/s/$story",
    kind: "TypeError",
    places: ["assets/base-1a2b3c4d.js:1:2345", "assets/@__handle_-CVNZTkqD.js:2:7", "assets/s._story-AAAA1111.js:1:9"],
  });
  expect(FaultReport.parse(report)).toEqual(report);
});

test("whatever was thrown, the report is one that is taken", () => {
  const odd = Object.assign(new Error("words"), { name: "not a name!", stack: undefined });
  const long = Object.assign(new Error("words"), { stack: "at /assets/a.js:1:2\n".repeat(40) });
  for (const thrown of ["words", null, odd, long])
    expect(() => FaultReport.parse(reportOf(thrown, "/@{$handle}"))).not.toThrow();
});
