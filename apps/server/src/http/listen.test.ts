import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, expect, test } from "vitest";
import { sendRaw } from "../test/tcp.ts";
import { type Doorway, listen } from "./listen.ts";
import type { Edge } from "./request.ts";

const app = new Hono<Edge>()
  .get("/fine", (c) => c.text("fine"))
  .get("/first", (c) => c.text("first"))
  .post("/read", async (c) => c.text(`read ${(await c.req.text()).length}`))
  .get("/begun", () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from("begun")) })))
  .get("/slow", () => new Promise<Response>(() => undefined));
const open = (doorway: Partial<Doorway> = {}) => listen(app, { host: "127.0.0.1", port: 0, ...doorway });
const listening = await open();
afterAll(() => listening.stop(100));

const send = (bytes: string | Uint8Array) => sendRaw(listening.address, [bytes]);

test.each([
  ["400 Bad Request", "INPUT_INVALID", "rubbish\r\n\r\n"],
  ["400 Bad Request", "INPUT_INVALID", "GET /fine HTTP/9.9\r\n\r\n"],
  [
    "400 Bad Request",
    "INPUT_INVALID",
    "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
  ],
  ["413 Payload Too Large", "TOO_LARGE", `GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(70_000)}\r\n\r\n`],
])("%s %s for what is not a request", async (status, code, bytes) => {
  const answer = await send(bytes);
  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(answer).toContain(`"code":"${code}"`);
});

test("raw garbage never stops it from answering others", async () => {
  const garbage = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ maxLength: 500 }).map((line) => `GET /${line} HTTP/1.1\r\n`),
  );
  await fc.assert(
    fc.asyncProperty(garbage, async (bytes) => {
      const answer = await send(bytes);
      expect(answer).not.toMatch(/HTTP\/1\.1 5|node:|\.ts:/);
    }),
    { numRuns: process.env["MUEJAM_DEEP"] ? 10_000 : 300 },
  );
  expect(await (await fetch(`${listening.address}/fine`)).text()).toBe("fine");
}, 300_000);

const trickle = (head: string) => [`${head}\r\n`, ...Array.from({ length: 400 }, () => "x")];

test.each([
  ["headers", "GET /fine HTTP/1.1\r\nhost: a\r\nslow: "],
  ["body", "POST /read HTTP/1.1\r\nhost: a\r\ncontent-length: 9999\r\n"],
])("a trickling %s is ended with an answer, and the connection with it", async (_part, head) => {
  const hasty = await open({ headersMs: 150, requestMs: 150 });
  const started = performance.now();
  const answer = await sendRaw(hasty.address, trickle(head), { pauseMs: 20, isLeftOpen: true });
  expect(answer).toContain("HTTP/1.1 503");
  expect(answer).toContain('"code":"TIMED_OUT"');
  expect(performance.now() - started).toBeGreaterThan(140);
  expect(performance.now() - started).toBeLessThan(3000);
  await hasty.stop(0);
});

test("a connection that says nothing is ended too", async () => {
  const hasty = await open({ headersMs: 100, requestMs: 100 });
  expect(await sendRaw(hasty.address, [], { isLeftOpen: true })).toContain('"code":"TIMED_OUT"');
  await hasty.stop(0);
});

test("above the ceiling a connection is cut, and taken again once another has gone", async () => {
  const small = await open({ connectionsAtOnce: 2 });
  const port = Number(new URL(small.address).port);
  const held = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  await Promise.all(held.map((socket) => once(socket, "connect")));
  const ask = () => sendRaw(small.address, ["GET /fine HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"]);
  expect(await ask()).not.toContain("fine");
  held[0]?.destroy();
  await expect.poll(ask).toContain("fine");
  held[1]?.destroy();
  await small.stop(0);
});

test("requests on one connection are answered in their order", async () => {
  const ask = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nhost: a\r\n${more}\r\n`;
  const answer = await send(`${ask("/first")}${ask("/fine", "connection: close\r\n")}`);
  expect(answer.match(/^(first|fine)|\n(first|fine)/gm)?.map((word) => word.trim())).toEqual(["first", "fine"]);
  expect(answer).toContain("Keep-Alive: timeout=65");
});

test("garbage behind a request whose answer has begun is not answered into it", async () => {
  const pieces = ["GET /begun HTTP/1.1\r\nhost: a\r\n\r\n", "rubbish\r\n\r\n"];
  const answer = await sendRaw(listening.address, pieces, { pauseMs: 100, isLeftOpen: true });
  expect(answer === "cut" || answer.split("HTTP/1.1").length === 2).toBe(true);
});

test("a busy port is a sentence", async () => {
  const port = Number(new URL(listening.address).port);
  await expect(listen(app, { host: "127.0.0.1", port })).rejects.toMatchObject({
    name: "StartError",
    message: `Port ${port} at 127.0.0.1 is already in use; set PORT to another one.`,
  });
});

test("stopping lets idle connections go at once and cuts the others after the grace", async () => {
  const other = await open();
  await (await fetch(`${other.address}/fine`)).text();
  const hanging = fetch(`${other.address}/slow`).then(
    () => "answered",
    () => "cut",
  );
  const started = performance.now();
  await other.stop(200);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(await hanging).toBe("cut");
});
