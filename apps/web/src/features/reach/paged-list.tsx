import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import type { ReactNode } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

type Paged<Item> = {
  data: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

/** What there is of a list, or why there is nothing. */
export function PagedList<Item>({
  list,
  empty,
  children,
}: {
  list: Paged<Item>;
  empty: string;
  children: (item: Item) => ReactNode;
}) {
  const items = list.data?.pages.flatMap((page) => page.items);
  const fault = list.error ? explain(list.error) : null;
  return (
    <div className="grid justify-items-start gap-4">
      {items && items.length > 0 ? <ul className="w-full">{items.map(children)}</ul> : null}
      {items?.length === 0 ? <p className="text-ui text-ink-3">{empty}</p> : null}
      {items || fault ? null : <Waiting />}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {fault && !items ? <Button onClick={() => void list.refetch()}>{m.reach_again()}</Button> : null}
      {list.hasNextPage ? (
        <Button isBusy={list.isFetching} onClick={() => void list.fetchNextPage()}>
          {m.reach_older()}
        </Button>
      ) : null}
    </div>
  );
}
