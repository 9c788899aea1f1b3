import { Button } from "@muejam/ui/button";
import { Empty } from "@muejam/ui/empty";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

export const EmptyNews = () => <Empty title={m.notifications_empty()} body={m.notifications_empty_body()} />;

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
