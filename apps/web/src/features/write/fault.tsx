import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";

type FaultProps = { error: unknown; onRetry: () => void };

/** In the place of a whole page. */
export function PageFault(props: FaultProps) {
  // What is not there, or not theirs, has pages of its own.
  if (/^(NOT_FOUND|FORBIDDEN)$/.test(appErrorOf(props.error)?.code ?? "")) throw props.error;
  return (
    <div className="pt-16">
      <h1 className="display mb-4 text-h2">{m.write_fault()}</h1>
      <Fault {...props} />
    </div>
  );
}

export function Fault({ error, onRetry }: FaultProps) {
  const { sentence, reference } = explain(error);
  return (
    <div className="grid max-w-160 justify-items-start gap-4">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button onClick={onRetry}>{m.write_retry()}</Button>
    </div>
  );
}
