import { Component } from "@muejam/contracts/status";
import { Hono } from "hono";
import { type Look, look, type Probes } from "../kernel/probes.ts";
import type { Edge } from "./request.ts";

export type HealthParts = { probes: Probes; release: string; isDraining: () => boolean };

/** Live: this process answers. Ready: send people here. Only the database can make us unready: without the cache we are slower, not wrong. */
export function health({ probes, release, isDraining }: HealthParts): Hono<Edge> {
  let looking: Promise<Look[]> | null = null;
  // No limit stands before this door, so whoever knocks while somebody looks is told what that one sees.
  const lookOnce = (): Promise<Look[]> =>
    (looking ??= Promise.all(Component.options.map((component) => look(probes, component))).finally(() => {
      looking = null;
    }));
  return new Hono<Edge>()
    .get("/live", (c) => c.json({ isLive: true }))
    .get("/ready", async (c) => {
      const looks = await lookOnce();
      const parts = Object.fromEntries(looks.map(({ component, ...seen }) => [component, seen]));
      const isReady = !isDraining() && looks.some(({ component, isUp }) => component === "database" && isUp);
      return c.json({ isReady, isDraining: isDraining(), release, parts }, isReady ? 200 : 503);
    });
}
