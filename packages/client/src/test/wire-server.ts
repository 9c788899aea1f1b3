import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { ErrorCode } from "../client.ts";

/** What reached the server; `paths` and `inputs` belong together, and a write's input is the last. */
export type Asked = { paths: string[]; inputs: unknown[]; url: string; headers: IncomingMessage["headers"] };
export type Answer = (response: ServerResponse, asked: Asked) => void;

/** A server that speaks MueJam's wire, and answers each request with the next of `answers`; the last one stays. */
export async function startWire(...answers: Answer[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void read(request).then((what) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(what);
      answer?.(response, what);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** The same data for every call of a batch. */
export const give =
  (data: unknown): Answer =>
  (response, { url, paths }) => {
    const one = { result: { data } };
    json(response, 200, url.includes("batch=1") ? paths.map(() => one) : one);
  };

type Refusal = { status?: number; params?: object; issues?: object[]; headers?: Record<string, string> };

const shape = (code: string, { status = 409, params, issues }: Refusal) => ({
  message: "No.",
  code: -32000,
  data: { code: "CONFLICT", httpStatus: status, app: { code, message: "No.", requestId: "r1", params, issues } },
});

export const refuse =
  (code: ErrorCode | "OF_TOMORROW", refusal: Refusal = {}): Answer =>
  (response) =>
    json(response, refusal.status ?? 409, { error: shape(code, refusal) }, refusal.headers);

/** A proxy's page. */
export const page =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");

/** The network is gone before a word was said. */
export const cut: Answer = (response) => response.destroy();

export const stay: Answer = () => undefined;

type Event = { event?: string; id?: string; data: unknown };

/** A stream that tells these and then is cut, is ended in good order, or stays. */
export const stream =
  (events: Event[], then: "cut" | "stay" = "stay"): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const { event, id, data } of [{ event: "connected", data: {} }, ...events])
      response.write(`${event ? `event: ${event}\n` : ""}data: ${JSON.stringify(data)}\n${id ? `id: ${id}\n` : ""}\n`);
    // What was written must have left before the line is cut.
    if (then === "cut") response.write(": over\n\n", () => response.destroy());
  };

export const refusedStream = (code: ErrorCode): Answer =>
  stream([{ event: "serialized-error", data: shape(code, { status: 401 }) }]);

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://wire");
  const paths = pathname.replace("/trpc/", "").split(",");
  let body = "";
  for await (const chunk of request) body += chunk;
  const given: unknown = JSON.parse(body || searchParams.get("input") || "null");
  const inputs = searchParams.has("batch") ? Object.values(given ?? {}) : [given];
  return { paths, inputs, url: request.url ?? "", headers: request.headers };
}
