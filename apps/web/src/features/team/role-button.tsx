import type { Profile } from "@muejam/contracts/profile";
import type { TeamRole } from "@muejam/contracts/team";
import { Button } from "@muejam/ui/button";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { TeamFault } from "./team-fault.tsx";
import { useTeamChange } from "./use-team.ts";

/** From writing to reading and back: the same press undoes it. */
export function RoleButton({ storyId, face, part }: { storyId: string; face: Profile; part: TeamRole }) {
  const change = useMutation(useApi().team.changeRole.mutationOptions(useTeamChange()));
  const name = face.displayName;
  const [role, words, named] =
    part === "editor"
      ? (["reader", m.team_let_read(), m.team_let_read_named({ name })] as const)
      : (["editor", m.team_let_write(), m.team_let_write_named({ name })] as const);
  return (
    <>
      <Button
        isBusy={change.isPending}
        aria-label={named}
        onClick={() => change.mutate({ storyId, profileId: face.id, role })}
      >
        {words}
      </Button>
      {change.error ? <TeamFault error={change.error} /> : null}
    </>
  );
}
