import { InviteInput, type TeamRole } from "@muejam/contracts/team";
import type { Rule } from "../../lib/fields.ts";

type Given = { handle: string; role: TeamRole };

/** As people write a handle, with or without its @. */
export const inviteRule: Rule<Given> = {
  safeParse(fields) {
    // safe: a form is read as its start has it.
    const { handle, role } = fields as Given;
    return InviteInput.omit({ storyId: true }).safeParse({ role, handle: handle.trim().replace(/^@/, "") });
  },
};
