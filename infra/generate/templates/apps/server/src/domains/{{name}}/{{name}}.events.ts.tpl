import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const {{Name}}Added = defineEvent("{{name}}.added", z.object({ id: z.uuid() }));
