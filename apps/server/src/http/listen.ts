import { createServer, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { StartError } from "../kernel/errors.ts";
import { answerGarbage, answerUnserved, cutAfterAnswer } from "./garbage.ts";
import type { Edge } from "./request.ts";
import { safetyHeaders } from "./safety.ts";

export type Listening = { address: string; stop(graceMs: number): Promise<void> };

export type Doorway = {
  host: string;
  port: number;
  isHttps?: boolean;
  /** More are cut off as they come: each costs memory before it has said anything. */
  connectionsAtOnce?: number;
  /** How long a sender may take for a request's headers, and for all of it: a picture may come over a slow line. */
  headersMs?: number;
  requestMs?: number;
};

export async function listen(app: Hono<Edge>, doorway: Doorway): Promise<Listening> {
  const { host, port, headersMs = 10_000, requestMs = 120_000 } = doorway;
  const headers = Object.entries(safetyHeaders(doorway.isHttps ?? false));
  const dress = (response: ServerResponse): ServerResponse => {
    for (const [name, value] of headers) response.setHeader(name, value);
    return response;
  };
  const answer = getRequestListener(app.fetch, { hostname: host, errorHandler: answerUnserved });
  const options = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    // Node looks for the slow only this often.
    connectionsCheckingInterval: Math.min(1000, headersMs),
    // Longer than a proxy keeps its own end open, so that it never sends into a door that is closing.
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
    // Without its own words for a missing one: ours are in the envelope.
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => {
    dress(response);
    if (request.headers.host === undefined && request.httpVersion === "1.1") cutAfterAnswer(response, "INPUT_INVALID");
    else void answer(request, response);
  });
  server.maxHeadersCount = 100;
  server.maxConnections = doorway.connectionsAtOnce ?? 5000;
  server.on("clientError", answerGarbage);
  server.on("connect", (_request, socket) => answerGarbage({ code: "NO_TUNNEL" }, socket));
  server.on("checkExpectation", (_request, response) => cutAfterAnswer(dress(response), "INPUT_INVALID"));
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

/** Accepts nothing new, lets requests finish, and cuts what is still open after the grace. */
async function stop(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // A connection whose answer ends only now would otherwise be kept for a request that never comes.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
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
