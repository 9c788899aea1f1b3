import pino from "pino";
import { expect, test } from "vitest";
import { make } from "../test/harness.ts";
import { codeOf, openHttp, post } from "../test/http.ts";

const report = {
  build: "1a2b3c4d",
  route: "/s/$story/$chapter",
  kind: "TypeError",
  places: ["assets/base-1a2b3c4d.js:1:2345", "assets/@__handle_-CVNZTkqD.js:2:7"],
};
const told: string[] = [];
const log = pino({ level: "warn" }, { write: (line) => void told.push(line) });
const request = openHttp({ log });
const send = (body: unknown, headers: Record<string, string> = {}) => request("/api/faults", post(body, headers));

test("a page that broke is a line of the log, found by the id that its reader was given", async () => {
  told.length = 0;
  const answer = await send(report);
  expect(answer.status).toBe(204);
  const requestId = answer.headers.get("x-request-id");
  expect(told.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ requestId, fault: report, msg: "a page broke" }),
  ]);
});

test.each([
  ["words of its own", { ...report, message: "Somebody wrote this" }],
  ["an address", { ...report, route: "/verify-email?token=word" }],
  ["places elsewhere", { ...report, places: ["https://elsewhere.test/app.js:1:2"] }],
  ["too many places", { ...report, places: Array.from({ length: 13 }, () => report.places[0]) }],
  ["a line of its own", { ...report, kind: "Error\n{}" }],
  ["nothing", null],
])("%s is refused, and not logged", async (_, body) => {
  told.length = 0;
  expect(await codeOf(await send(body))).toEqual([400, "INPUT_INVALID"]);
  expect(told).toEqual([]);
});

test("what is not small is not read", async () => {
  expect(await codeOf(await send({ ...report, kind: "E".repeat(70_000) }))).toEqual([413, "TOO_LARGE"]);
});

test("another site's page reports nothing", async () => {
  expect(await codeOf(await send(report, { "sec-fetch-site": "cross-site" }))).toEqual([403, "FORBIDDEN"]);
});

test("who reports again and again is asked to wait", async () => {
  const { address } = make.visitor();
  const again = () => request("/api/faults", { ...post(report), address });
  for (let count = 0; count < 10; count++) expect((await again()).status).toBe(204);
  expect(await codeOf(await again())).toEqual([429, "RATE_LIMITED"]);
});
