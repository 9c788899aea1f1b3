import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";

export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  if (appErrorOf(error)?.code === "DRAFT_CHANGED") return <FaultNotice>{m.editor_publish_changed()}</FaultNotice>;
  const { sentence, reference } = explain(error);
  return <FaultNotice reference={reference}>{sentence}</FaultNotice>;
}
