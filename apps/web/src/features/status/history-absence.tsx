import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import * as m from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

export function EmptyHistory() {
  return (
    <div className="pt-6">
      <h3 className="display text-h3">{m.status_history_empty()}</h3>
      <p className="mt-1 max-w-[27em] font-book text-lead text-ink-2">{m.status_history_empty_body()}</p>
    </div>
  );
}

type FailedHistoryProps = { error: unknown; isBusy: boolean; onRetry: () => void };

export function FailedHistory({ error, isBusy, onRetry }: FailedHistoryProps) {
  const requestId = appErrorOf(error)?.requestId;
  return (
    <div className="space-y-3 pt-6">
      <FaultNotice reference={requestId && m.status_facts_reference({ id: requestId })}>
        {m.status_history_failed()}
      </FaultNotice>
      <Button isBusy={isBusy} onClick={onRetry}>
        {m.status_history_try_again()}
      </Button>
    </div>
  );
}
