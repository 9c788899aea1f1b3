import { FaultNotice } from "@muejam/ui/notice";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { messages } from "./messages.ts";

export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  if (appErrorOf(error)?.code === "DRAFT_CHANGED") return <FaultNotice>{messages.publish.changed}</FaultNotice>;
  const { sentence, reference } = explain(error);
  return <FaultNotice reference={reference}>{sentence}</FaultNotice>;
}
