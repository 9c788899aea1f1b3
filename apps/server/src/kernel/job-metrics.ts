import type { Pool } from "pg";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { countJobsDirectly } from "./jobs.repo.ts";
import type { Logger } from "./log.ts";

type JobOutcome = "done" | "retried" | "failed";
export type JobMetrics = {
  started(job: string, latencySeconds: number): void;
  ended(job: string, outcome: JobOutcome, seconds: number): void;
};

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];

export function createJobMetrics({ registry, pool, log }: { registry: Registry; pool: Pool; log: Logger }): JobMetrics {
  const registers = [registry];
  const ended = new Counter({
    name: "muejam_jobs_total",
    help: "Runs of jobs, by how they ended.",
    labelNames: ["job", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "muejam_job_seconds",
    help: "Time that a run of a job took.",
    labelNames: ["job"],
    buckets,
    registers,
  });
  const latency = new Histogram({
    name: "muejam_job_start_seconds",
    help: "Time that a job waited after it was due.",
    labelNames: ["job"],
    buckets,
    registers,
  });
  new Gauge({
    name: "muejam_jobs_queued",
    help: "Jobs in the queue, by state.",
    labelNames: ["job", "state"],
    registers,
    async collect() {
      this.reset();
      try {
        for (const { name, ...states } of await countJobsDirectly(pool))
          for (const [state, count] of Object.entries(states)) this.set({ job: name, state }, count);
      } catch (err) {
        log.warn({ err }, "queue depth unknown");
      }
    },
  });
  return {
    started: (job, latencySeconds) => latency.observe({ job }, Math.max(0, latencySeconds)),
    ended(job, outcome, took) {
      ended.inc({ job, outcome });
      seconds.observe({ job }, took);
    },
  };
}
