import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

/** Stands in for a part of the settings that did not come. */
export function Fault({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="grid justify-items-start gap-3">
      <FaultNotice>{explain(error).sentence}</FaultNotice>
      <Button onClick={onRetry}>{m.account_retry()}</Button>
    </div>
  );
}
