import { Button } from "@muejam/ui/button";
import { useEffect, useRef } from "react";
import { ActFault } from "./act-fault.tsx";

type List = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

type ListFootProps = {
  list: List;
  /** Finds what is listed; each can take focus. */
  items: string;
  words: { more: string; fetching: string; end: string };
};

/** What is older, when it is asked for; or that there is no more. */
export function ListFoot({ list, items, words }: ListFootProps) {
  // Whoever asked goes on reading where the older ones begin: once they are drawn, however long that takes.
  const goesOnAt = useRef<number | null>(null);
  useEffect(() => {
    if (goesOnAt.current === null) return;
    const next = document.querySelectorAll<HTMLElement>(items)[goesOnAt.current];
    if (!next) return;
    goesOnAt.current = null;
    next.focus({ preventScroll: true });
  });

  const showMore = () => {
    goesOnAt.current = document.querySelectorAll(items).length;
    void list.fetchNextPage();
  };

  return (
    <div className="space-y-3 pt-5">
      <ActFault error={list.isFetchNextPageError ? list.error : null} />
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={showMore} className="max-phone:w-full">
          {list.isFetchingNextPage ? words.fetching : words.more}
        </Button>
      ) : (
        <p className="text-small text-ink-3">{words.end}</p>
      )}
    </div>
  );
}
