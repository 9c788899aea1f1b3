import { Hono } from "hono";
import type { Registry } from "prom-client";
import { isSameText } from "../kernel/same-text.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";

/** With a token, for its bearer; without one, only for this very machine. */
export const metrics = (parts: { registry: Registry; token: string | undefined }): Hono<Edge> =>
  new Hono<Edge>().get("/", async (c) => {
    const isAllowed = parts.token
      ? isSameText(c.req.header("authorization") ?? "", `Bearer ${parts.token}`)
      : ["127.0.0.1", "::1"].includes(c.get("address"));
    if (!isAllowed) return refuse(c, "NOT_FOUND");
    return c.text(await parts.registry.metrics(), 200, { "content-type": parts.registry.contentType });
  });
