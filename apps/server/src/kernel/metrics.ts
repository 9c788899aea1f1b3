import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "muejam_" });
  return {
    registry,
    httpSeconds: new Histogram({
      name: "muejam_http_seconds",
      help: "Time until an answer began, by door and status.",
      labelNames: ["door", "status"],
      buckets,
      registers: [registry],
    }),
    callSeconds: new Histogram({
      name: "muejam_call_seconds",
      help: "Time of a procedure, by its name and how it ended.",
      labelNames: ["procedure", "outcome"],
      buckets,
      registers: [registry],
    }),
  };
}
