import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { appErrorOf } from "../../lib/errors.ts";
import { messages } from "./messages.ts";

const words = messages.history;

export function EmptyHistory() {
  return (
    <div className="pt-6">
      <h3 className="display text-h3">{words.empty}</h3>
      <p className="mt-1 max-w-[27em] font-book text-lead text-ink-2">{words.emptyBody}</p>
    </div>
  );
}

type FailedHistoryProps = { error: unknown; isBusy: boolean; onRetry: () => void };

export function FailedHistory({ error, isBusy, onRetry }: FailedHistoryProps) {
  const requestId = appErrorOf(error)?.requestId;
  return (
    <div className="space-y-3 pt-6">
      <FaultNotice reference={requestId && messages.facts.reference(requestId)}>{words.failed}</FaultNotice>
      <Button isBusy={isBusy} onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </div>
  );
}
