import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

export function TeamFault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { sentence, reference } = explain(error);
  return (
    <div className="grid justify-items-start gap-3">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      {onRetry ? <Button onClick={onRetry}>{m.team_retry()}</Button> : null}
    </div>
  );
}
