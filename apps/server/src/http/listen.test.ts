import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, expect, test } from "vitest";
import { listen } from "./listen.ts";
import type { Edge } from "./request.ts";

const app = new Hono<Edge>()
  .get("/fine", (c) => c.text("fine"))
  .get("/slow", () => new Promise<Response>(() => undefined));
const open = () => listen(app, { host: "127.0.0.1", port: 0 });
const listening = await open();
afterAll(() => listening.stop(100));

async function send(bytes: string | Uint8Array): Promise<string> {
  const socket = connect(Number(new URL(listening.address).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.end(bytes);
  return text(socket).catch(() => "");
}

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
