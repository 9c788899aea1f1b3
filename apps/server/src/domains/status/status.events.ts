import { Component } from "@muejam/contracts/status";
import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const TroubleReported = defineEvent(
  "status.troubleReported",
  z.object({ troubleId: z.uuid(), component: Component }),
);
