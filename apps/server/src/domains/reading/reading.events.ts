import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

/** Nothing of what this person reads is kept from now on. */
export const HistoryRefused = defineEvent("reading.historyRefused", z.object({ profileId: z.uuid() }));
