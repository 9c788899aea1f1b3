import type { Me } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { Empty } from "@muejam/ui/empty";
import { Skeleton } from "@muejam/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useTitle } from "../../lib/use-title.ts";
import { InvitationCard } from "./invitation-card.tsx";
import { TeamFault } from "./team-fault.tsx";

export function InvitationsPage({ me }: { me: Me }) {
  useTitle(`${m.team_asked_title()} · MueJam`);
  const name = me.profiles.find(({ id }) => id === me.actingAs)?.displayName ?? "";
  const list = useInfiniteQuery(
    useApi().team.invitations.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-160 pt-9">
      <h1 className="display text-h1">{m.team_asked_title()}</h1>
      <p className="mt-1 mb-4 text-ink-2 wrap-anywhere">{m.team_asked_body({ name })}</p>
      <hr className="rule" />
      {items?.length === 0 ? (
        <Empty title={m.team_asked_none()} body={m.team_asked_none_body()} />
      ) : (
        <ul aria-label={m.team_asked_title()} aria-busy={list.isPending}>
          {items?.map((one) => (
            <InvitationCard key={one.id} invitation={one} />
          ))}
        </ul>
      )}
      {list.isPending ? <Skeleton className="mt-8 w-72 text-h3" /> : null}
      {list.error ? (
        <div className="pt-6">
          <TeamFault error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.hasNextPage ? (
        <Button className="mt-5" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.team_asked_more()}
        </Button>
      ) : null}
    </div>
  );
}
