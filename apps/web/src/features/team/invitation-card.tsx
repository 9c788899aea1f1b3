import { profilePath } from "@muejam/contracts/address";
import type { Invitation } from "@muejam/contracts/team";
import { Button } from "@muejam/ui/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDay } from "../../lib/format.ts";
import { TeamFault } from "./team-fault.tsx";

/** A yes leads to the story; a no takes the card away. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { team, story } = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { id, title, lead, role, expiresAt } = invitation;
  const answer = useMutation(
    team.answer.mutationOptions({
      onSuccess: async ({ storyId }) => {
        void cache.invalidateQueries({ queryKey: story.mine.pathKey() });
        if (storyId !== null) await navigate({ to: "/write/$storyId", params: { storyId } });
        await cache.invalidateQueries({ queryKey: team.invitations.pathKey() });
      },
    }),
  );
  return (
    <li className="border-b border-line py-6">
      <h2 className="display text-h3 wrap-anywhere">
        <bdi>{title}</bdi>
      </h2>
      <p className="mt-1.5 text-talk wrap-anywhere">
        <Link to={profilePath(lead)} className="font-semibold hover:underline">
          <bdi>{lead.displayName}</bdi>
        </Link>{" "}
        {m.team_asked_role({ role })}
      </p>
      <p className="mt-1 text-small text-ink-3">{m.team_asked_until({ day: formatDay(expiresAt) })}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          weight="main"
          isBusy={answer.isPending}
          aria-label={m.team_asked_yes_named({ title })}
          onClick={() => answer.mutate({ id, isAccepted: true })}
        >
          {m.team_asked_yes()}
        </Button>
        <Button
          isBusy={answer.isPending}
          aria-label={m.team_asked_no_named({ title })}
          onClick={() => answer.mutate({ id, isAccepted: false })}
        >
          {m.team_asked_no()}
        </Button>
      </div>
      {answer.error ? <TeamFault error={answer.error} /> : null}
    </li>
  );
}
