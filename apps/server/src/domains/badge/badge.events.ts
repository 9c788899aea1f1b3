import { BadgeKind } from "@muejam/contracts/badge";
import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const BadgeAwarded = defineEvent("badge.awarded", z.object({ profileId: z.uuid(), kind: BadgeKind }));
