import type { Event } from "../kernel/events.ts";
import { transact } from "../kernel/transact.ts";
import { ctxOf, make } from "./harness.ts";

/** Says an event that another part of MueJam would say. */
export const publish = <T>(event: Event<T>, data: T): Promise<void> =>
  transact(ctxOf(make.system()), async (tx) => tx.emit(event, data));
