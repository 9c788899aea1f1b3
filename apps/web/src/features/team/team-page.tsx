import type { Team } from "@muejam/contracts/team";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Skeleton } from "@muejam/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { appErrorOf } from "../../lib/errors.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AskedTwice } from "./asked-twice.tsx";
import { InviteForm } from "./invite-form.tsx";
import { InvitedRow, MemberRow } from "./member-row.tsx";
import { TeamFault } from "./team-fault.tsx";

export function TeamPage({ storyId }: { storyId: string }) {
  const team = useQuery(useApi().team.get.queryOptions({ storyId }));
  useTitle(`${m.team_title()} · MueJam`);
  // What is not there, or not theirs, has a page of its own.
  if (appErrorOf(team.error)?.code === "NOT_FOUND") throw team.error;
  return (
    <div className="max-w-160 pt-6">
      <Link to="/write/$storyId" params={{ storyId }} className="link inline-flex min-h-(--hit) items-center text-ui">
        {m.team_back()}
      </Link>
      <p className="mt-1 text-small text-ink-2 wrap-anywhere">
        <bdi>{team.data?.title ?? <Skeleton className="w-40" />}</bdi>
      </p>
      <h1 className="display mb-4 text-h1">{m.team_title()}</h1>
      <hr className="rule" />
      {team.data ? <People team={team.data} /> : null}
      {team.error ? (
        <div className="pt-6">
          <TeamFault error={team.error} onRetry={() => void team.refetch()} />
        </div>
      ) : null}
      {team.isPending ? <Waiting /> : null}
    </div>
  );
}

function People({ team: { storyId, isLead, members, invited } }: { team: Team }) {
  return (
    <>
      <p className="mt-4 font-book text-lead text-ink-2">{m.team_body()}</p>
      <SettingsSection id="members" title={m.team_members()}>
        <ul>
          {members.map((member) => (
            <MemberRow
              key={member.face.id}
              storyId={storyId}
              member={member}
              isTheirs={isLead && member.part !== "lead"}
            />
          ))}
        </ul>
        {isLead ? null : <Leave storyId={storyId} />}
      </SettingsSection>
      {invited.length > 0 ? (
        <SettingsSection id="invited" title={m.team_invited()}>
          <ul>
            {invited.map((one) => (
              <InvitedRow key={one.face.id} storyId={storyId} one={one} />
            ))}
          </ul>
        </SettingsSection>
      ) : null}
      {isLead ? (
        <SettingsSection id="invite" title={m.team_invite()} body={m.team_invite_body()}>
          <InviteForm storyId={storyId} />
        </SettingsSection>
      ) : null}
    </>
  );
}

function Leave({ storyId }: { storyId: string }) {
  const { story, team } = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation(
    team.leave.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: "/write" });
        cache.removeQueries({ queryKey: team.get.queryKey({ storyId }) });
        void cache.invalidateQueries({ queryKey: story.pathKey() });
      },
    }),
  );
  return (
    <div className="mt-5 grid justify-items-start gap-3">
      <AskedTwice
        words={{
          act: m.team_leave(),
          sure: m.team_leave_sure(),
          yes: m.team_leave_yes(),
          no: m.team_leave_no(),
        }}
        isBusy={leave.isPending}
        onSure={() => leave.mutate({ storyId })}
      />
      {leave.error ? <TeamFault error={leave.error} /> : null}
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="grid gap-5 pt-8">
      {["w-40", "w-80", "w-64"].map((width) => (
        <Skeleton key={width} className={`${width} max-w-full text-h4`} />
      ))}
    </div>
  );
}
