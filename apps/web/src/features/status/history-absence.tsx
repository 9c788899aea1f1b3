import { Button } from "@muejam/ui/button";
import { Empty } from "@muejam/ui/empty";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

export const EmptyHistory = () => (
  <Empty level={3} title={m.status_history_empty()} body={m.status_history_empty_body()} />
);

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
