import { FaultNotice } from "@muejam/ui/notice";
import { lazy, Suspense } from "react";
import { m } from "#messages";
import { appErrorOf } from "./errors.ts";

/** What the server refused with: it answers, so the words for it can be had from it now. */
const Refused = lazy(() =>
  import("./refused.tsx").then(
    (file) => ({ default: file.Refused }),
    () => ({ default: Unanswered }),
  ),
);

/** Why an act failed, beside it. */
export function ActFault({ error }: { error: unknown }) {
  if (!error) return null;
  if (!appErrorOf(error)) return <Unanswered />;
  return (
    <Suspense>
      <Refused error={error} />
    </Suspense>
  );
}

function Unanswered() {
  return <FaultNotice>{navigator.onLine ? m.refusal_no_answer() : m.refusal_no_network()}</FaultNotice>;
}
