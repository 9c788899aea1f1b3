import { type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@hono/node-server";
import { wrapError } from "../kernel/envelope.ts";
import { AppError, type RefusalCode } from "../kernel/errors.ts";
import { randomId } from "../kernel/ids.ts";
import { answerHeaders } from "./refuse.ts";
import { safetyHeaders } from "./safety.ts";

const answered = new WeakSet<Duplex>();
const lingerMs = 1000;

/** What is not HTTP never becomes a request; its sender still gets the one envelope. */
export function answerGarbage({ code }: { code?: string | undefined }, socket: Duplex): void {
  // The rest of what was sent is still coming in, and is garbage as well.
  if (answered.has(socket)) return;
  answered.add(socket);
  if (code === "ECONNRESET" || !socket.writable || isAnswering(socket)) return void socket.destroy();
  const { status, body, headers } = plainAnswer(codeOf(code));
  const lines = Object.entries({ ...safetyHeaders(false), ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  // Cut at once, the answer would be lost with what was not read; never cut, a slow sender would hold us for ever.
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** For a request that is HTTP, but that no door may see. */
export function cutAfterAnswer(response: ServerResponse, code: RefusalCode): void {
  const { status, body, headers } = plainAnswer(code);
  response.writeHead(status, headers).end(body);
}

/** What the adaptor cannot make a request of, such as a host that no address can have. */
export function answerUnserved(error: unknown): Response {
  const { status, body, headers } = plainAnswer(error instanceof RequestError ? "INPUT_INVALID" : null);
  return new Response(body, { status, headers });
}

function plainAnswer(code: RefusalCode | null) {
  const requestId = randomId();
  const { status, envelope } = wrapError(code && new AppError(code), requestId);
  const body = JSON.stringify({ error: envelope });
  const headers = {
    ...answerHeaders(requestId),
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  } satisfies OutgoingHttpHeaders;
  return { status, body, headers };
}

/** An answer whose head is out cannot be followed by another one. */
function isAnswering(socket: Duplex): boolean {
  const current: unknown = Reflect.get(socket, "_httpMessage");
  return typeof current === "object" && current !== null && Reflect.get(current, "headersSent") === true;
}

function codeOf(code: string | undefined): RefusalCode {
  if (code === "HPE_HEADER_OVERFLOW") return "TOO_LARGE";
  if (code === "NO_TUNNEL") return "METHOD_NOT_ALLOWED";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "TIMED_OUT" : "INPUT_INVALID";
}
