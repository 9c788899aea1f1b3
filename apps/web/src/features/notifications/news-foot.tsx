import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import * as m from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

type List = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

export function NewsFoot({ list }: { list: List }) {
  const fault = list.isFetchNextPageError ? explain(list.error) : null;

  const showOlder = async () => {
    const shown = document.querySelectorAll("[data-told]").length;
    await list.fetchNextPage();
    // Whoever pressed goes on reading where the older ones begin.
    requestAnimationFrame(() =>
      document.querySelectorAll<HTMLElement>("[data-told]")[shown]?.focus({ preventScroll: true }),
    );
  };

  return (
    <div className="space-y-3 pt-6">
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void showOlder()} className="max-phone:w-full">
          {list.isFetchingNextPage ? m.notifications_fetching() : m.notifications_older()}
        </Button>
      ) : (
        <p className="text-small text-ink-3">{m.notifications_end()}</p>
      )}
    </div>
  );
}
