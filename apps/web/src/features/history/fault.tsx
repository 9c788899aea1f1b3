import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

export function Fault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { sentence, reference } = explain(error);
  return (
    <div className="grid max-w-160 justify-items-start gap-4 pt-4">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      {onRetry ? <Button onClick={onRetry}>{m.history_retry()}</Button> : null}
    </div>
  );
}
