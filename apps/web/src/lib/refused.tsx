import { FaultNotice } from "@muejam/ui/notice";
import { explain } from "./refusal-messages.ts";

export function Refused({ error }: { error: unknown }) {
  const { sentence, reference } = explain(error);
  return <FaultNotice reference={reference}>{sentence}</FaultNotice>;
}
