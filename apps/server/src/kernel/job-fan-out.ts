import { EVENT_JOB, EventEnvelope } from "./events.ts";
import { defineJob, type Job } from "./jobs.ts";
import { transact } from "./transact.ts";

/** Turns an event into one job for each subscriber, so that each is tried again alone and the publisher knows none. */
export function fanOut(jobs: readonly Job[]): Job<EventEnvelope> {
  return defineJob({
    name: EVENT_JOB,
    schema: EventEnvelope,
    priority: "urgent",
    run: async (ctx, { id, name, data }) => {
      const subscribers = jobs.filter((job) => job.event === name);
      if (subscribers.length === 0) return;
      await transact(ctx, async (tx) => {
        for (const subscriber of subscribers) tx.enqueue(subscriber, data, { key: `${id}:${subscriber.name}` });
      });
    },
  });
}
