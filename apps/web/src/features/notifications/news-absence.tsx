import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import * as m from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

export function EmptyNews() {
  return (
    <div className="pt-9">
      <h2 className="display text-h3">{m.notifications_empty()}</h2>
      <p className="mt-1 max-w-[27em] font-book text-lead text-ink-2">{m.notifications_empty_body()}</p>
    </div>
  );
}

type FailedNewsProps = { error: unknown; isBusy: boolean; onRetry: () => void };

export function FailedNews({ error, isBusy, onRetry }: FailedNewsProps) {
  const requestId = appErrorOf(error)?.requestId;
  return (
    <div className="space-y-3 pt-9">
      <FaultNotice reference={requestId && m.notifications_reference({ id: requestId })}>
        {m.notifications_failed()}
      </FaultNotice>
      <Button isBusy={isBusy} onClick={onRetry}>
        {m.notifications_try_again()}
      </Button>
    </div>
  );
}
