import type { Me } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Skeleton } from "@muejam/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

/** A page about whoever looks at it. */
export function OwnPage({ children }: { children: (me: Me) => ReactNode }) {
  const me = useQuery(useApi().account.me.queryOptions(undefined, { staleTime: 60_000 }));
  if (me.data) return children(me.data);
  if (!me.error)
    return (
      <div aria-busy="true" className="column grid gap-4 pt-10">
        <Skeleton className="w-48 text-h1" />
        <Skeleton className="w-full text-h3" />
        <Skeleton className="w-full text-h3" />
      </div>
    );
  const { sentence, reference } = explain(me.error);
  return (
    <div className="column grid justify-items-start gap-4 pt-16">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button onClick={() => void me.refetch()}>{m.account_retry()}</Button>
    </div>
  );
}
