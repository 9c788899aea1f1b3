import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** What this machine, this Node and Hono can do at most: ten kilobytes of JSON and nothing around it. */
const items = Array.from({ length: 100 }, (_, id) => ({
  id,
  words: "The lantern went out over the harbour. ".repeat(2),
}));
const app = new Hono().get("/", (c) => c.json({ items }));

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env["PORT"]) });
