import type { HttpBindings } from "@hono/node-server";
import type { Logger } from "../kernel/log.ts";

/** What the edge knows of a request by the time a door is reached. */
export type Edge = {
  Bindings: HttpBindings;
  Variables: { requestId: string; address: string; log: Logger };
};
