import { z } from "zod";
import { randomId } from "./ids.ts";
import { type JobSpec, priorities } from "./job-spec.ts";

export type Event<T = unknown> = { readonly name: string; readonly schema: z.ZodType<T> };

/** Past tense, ids only: a subscriber that runs an hour later must read the state of that hour. */
export function defineEvent<T>(name: string, schema: z.ZodType<T>): Event<T> {
  return { name, schema };
}

/** The one job that every event becomes, in the transaction that made it true. */
export const EVENT_JOB = "event";
export const EventEnvelope = z.object({ id: z.uuid(), name: z.string(), data: z.unknown() });
export type EventEnvelope = z.infer<typeof EventEnvelope>;

export function eventSpec<T>(event: Event<T>, data: T): JobSpec {
  const fit = event.schema.safeParse(data);
  if (!fit.success)
    throw new Error(`The data of the event ${event.name} does not fit its schema.`, { cause: fit.error });
  return { identifier: EVENT_JOB, payload: { id: randomId(), name: event.name, data }, priority: priorities.urgent };
}
