import { Counter, Gauge, Histogram, type Registry } from "prom-client";

export type CacheMetrics = ReturnType<typeof createCacheMetrics>;

export function createCacheMetrics(registry: Registry) {
  const registers = [registry];
  const reads = new Counter({
    name: "muejam_cache_reads_total",
    help: "Reads by the layer that answered; joined are those that waited for another's load.",
    labelNames: ["layer"],
    registers,
  });
  return {
    reads: {
      l1: reads.labels("l1"),
      l2: reads.labels("l2"),
      load: reads.labels("load"),
      joined: reads.labels("joined"),
    },
    rejected: new Counter({
      name: "muejam_cache_rejected_total",
      help: "Entries found that no longer fit their schema and were loaded anew.",
      registers,
    }),
    loadSeconds: new Histogram({
      name: "muejam_cache_load_seconds",
      help: "Time of a load after a miss.",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
      registers,
    }),
    drops: new Counter({ name: "muejam_cache_drops_total", help: "Tags dropped by this process.", registers }),
    alone: new Gauge({
      name: "muejam_cache_alone",
      help: "1 while the other processes are out of reach and entries live one second.",
      registers,
    }),
  };
}
