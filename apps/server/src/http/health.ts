import { Component } from "@muejam/contracts/status";
import { Hono } from "hono";
import { look, type Probes } from "../kernel/probes.ts";
import type { Edge } from "./request.ts";

export type HealthParts = { probes: Probes; release: string; isDraining: () => boolean };

/** Live: this process answers. Ready: send people here. Only the database can make us unready: without the cache we are slower, not wrong. */
export const health = ({ probes, release, isDraining }: HealthParts): Hono<Edge> =>
  new Hono<Edge>()
    .get("/live", (c) => c.json({ isLive: true }))
    .get("/ready", async (c) => {
      const looks = await Promise.all(Component.options.map((component) => look(probes, component)));
      const parts = Object.fromEntries(looks.map(({ component, ...seen }) => [component, seen]));
      const isReady = !isDraining() && looks.some(({ component, isUp }) => component === "database" && isUp);
      return c.json({ isReady, isDraining: isDraining(), release, parts }, isReady ? 200 : 503);
    });
