import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import * as m from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";

export function Fault({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  // What is not there, or not theirs, is for the whole page to say.
  if (/^(NOT_FOUND|FORBIDDEN)$/.test(appErrorOf(error)?.code ?? "")) throw error;
  const { sentence, reference } = explain(error);
  return (
    <div className="grid max-w-160 justify-items-start gap-4 pt-16">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button onClick={onRetry}>{m.write_retry()}</Button>
    </div>
  );
}
