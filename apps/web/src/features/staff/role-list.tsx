import type { StaffGrant } from "@muejam/contracts/staff";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useState } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { RoleEnd } from "./role-end.tsx";
import { RoleRow } from "./role-row.tsx";
import type { Roles } from "./use-roles.ts";

/** Who has which role now, since when and from whom. */
export function RoleList({ list, end }: Pick<Roles, "list" | "end">) {
  const [asked, setAsked] = useState<StaffGrant | null>(null);
  const grants = list.data?.pages.flatMap(({ items }) => items);
  const fault = list.error ? explain(list.error) : null;
  if (!grants && !fault) return <Waiting />;
  return (
    <div className="grid justify-items-start gap-4">
      {grants ? (
        <ul className="w-full">
          {grants.map((grant) => (
            <RoleRow key={grant.id} grant={grant} onEnd={() => setAsked(grant)} />
          ))}
        </ul>
      ) : null}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {fault && !grants ? <Button onClick={() => void list.refetch()}>{m.staff_again()}</Button> : null}
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.staff_more()}
        </Button>
      ) : null}
      {asked ? (
        <RoleEnd
          key={asked.id}
          grant={asked}
          send={(purpose) => end.mutateAsync({ profileId: asked.profile.id, role: asked.role, purpose })}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}
