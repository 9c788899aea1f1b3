import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { StartError } from "../kernel/errors.ts";
import type { Edge } from "./request.ts";

export type Listening = { address: string; stop(graceMs: number): Promise<void> };

export async function listen(app: Hono<Edge>, { host, port }: { host: string; port: number }): Promise<Listening> {
  // safe: without options of its own the adaptor makes a plain HTTP/1.1 server
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
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
