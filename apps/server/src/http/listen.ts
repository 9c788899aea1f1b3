import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { wrapError } from "../kernel/envelope.ts";
import { AppError, StartError } from "../kernel/errors.ts";
import { randomId } from "../kernel/ids.ts";
import type { Edge } from "./request.ts";

export type Listening = { address: string; stop(graceMs: number): Promise<void> };

export async function listen(app: Hono<Edge>, { host, port }: { host: string; port: number }): Promise<Listening> {
  // safe: without options of its own the adaptor makes a plain HTTP/1.1 server
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.on("clientError", answerGarbage);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(faultOf(error, host, port)));
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  const actualPort = typeof bound === "object" && bound ? bound.port : port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    stop: (graceMs) => stop(server, graceMs),
  };
}

/** What is not HTTP never becomes a request; its sender still gets the one envelope. */
function answerGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, envelope } = wrapError(new AppError(codeOf(error)), randomId());
  const body = JSON.stringify({ error: envelope });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function codeOf({ code }: NodeJS.ErrnoException): "TOO_LARGE" | "TIMED_OUT" | "INPUT_INVALID" {
  if (code === "HPE_HEADER_OVERFLOW") return "TOO_LARGE";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "TIMED_OUT" : "INPUT_INVALID";
}

/** Accepts nothing new, lets requests finish, and cuts what is still open after the grace: a stream never ends by itself. */
async function stop(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}

function faultOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new StartError(`Port ${port} at ${host} is already in use; set PORT to another one.`);
  if (error.code === "EACCES")
    return new StartError(`This user may not listen on port ${port}; set PORT to one above 1023.`);
  if (error.code === "EADDRNOTAVAIL")
    return new StartError(`This machine has no address ${host}; set HOST to one that it has.`);
  return error;
}
