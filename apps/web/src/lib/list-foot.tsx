import { Button } from "@muejam/ui/button";
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
  const showMore = async () => {
    const shown = document.querySelectorAll(items).length;
    await list.fetchNextPage();
    // Whoever pressed goes on reading where the older ones begin.
    requestAnimationFrame(() => document.querySelectorAll<HTMLElement>(items)[shown]?.focus({ preventScroll: true }));
  };

  return (
    <div className="space-y-3 pt-5">
      <ActFault error={list.isFetchNextPageError ? list.error : null} />
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void showMore()} className="max-phone:w-full">
          {list.isFetchingNextPage ? words.fetching : words.more}
        </Button>
      ) : (
        <p className="text-small text-ink-3">{words.end}</p>
      )}
    </div>
  );
}
