import type { Invited, TeamMember } from "@muejam/contracts/team";
import { Button } from "@muejam/ui/button";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDay } from "../../lib/format.ts";
import { AskedTwice } from "./asked-twice.tsx";
import { PersonRow } from "./person-row.tsx";
import { RoleButton } from "./role-button.tsx";
import { TeamFault } from "./team-fault.tsx";
import { useTeamChange } from "./use-team.ts";

/** `isTheirs`: the lead looks, and may do what follows to somebody else. */
type MemberRowProps = { storyId: string; member: TeamMember; isTheirs: boolean };

export function MemberRow({ storyId, member: { face, part }, isTheirs }: MemberRowProps) {
  const remove = useMutation(useApi().team.remove.mutationOptions(useTeamChange()));
  const words = {
    act: m.team_remove(),
    named: m.team_remove_named({ name: face.displayName }),
    sure: m.team_remove_sure(),
    yes: m.team_remove_yes(),
    no: m.team_remove_no(),
  };
  return (
    <PersonRow face={face} fact={m.team_part({ part })}>
      {isTheirs && (part === "editor" || part === "reader") ? <RoleButton {...{ storyId, face, part }} /> : null}
      {isTheirs ? (
        <AskedTwice
          words={words}
          isBusy={remove.isPending}
          onSure={() => remove.mutate({ storyId, profileId: face.id })}
        />
      ) : null}
      {remove.error ? <TeamFault error={remove.error} /> : null}
    </PersonRow>
  );
}

export function InvitedRow({ storyId, one }: { storyId: string; one: Invited }) {
  const withdraw = useMutation(useApi().team.withdraw.mutationOptions(useTeamChange()));
  const { face, role, isDeclined, expiresAt } = one;
  const day = formatDay(expiresAt);
  return (
    <PersonRow face={face} fact={isDeclined ? m.team_said_no({ day }) : m.team_waits({ role, day })}>
      {isDeclined ? null : (
        <Button
          isBusy={withdraw.isPending}
          aria-label={m.team_withdraw_named({ name: face.displayName })}
          onClick={() => withdraw.mutate({ storyId, profileId: face.id })}
        >
          {m.team_withdraw()}
        </Button>
      )}
      {withdraw.error ? <TeamFault error={withdraw.error} /> : null}
    </PersonRow>
  );
}
