import type { Component } from "@muejam/contracts/status";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { formatAgo } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { messages } from "./messages.ts";
import { useTrouble } from "./use-trouble.ts";

type TroubleReportProps = { component: Component; hasCompany: boolean; now: number };

/** One button throughout, so that focus stays where the act was. */
export function TroubleReport({ component, hasCompany, now }: TroubleReportProps) {
  const { isReported, isBusy, isTakenBack, reportedAt, error, toggle } = useTrouble(component, now);
  const words = messages.report;
  const fault = error ? explain(error) : null;
  return (
    <div className="mt-5">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
        <Button isBusy={isBusy} onClick={toggle}>
          {isReported ? words.takeBack : hasCompany ? words.seeToo : words.see}
          <span className="sr-only">{words.about(component)}</span>
        </Button>
        <p role="status" className="text-small text-ink-2">
          {isReported
            ? words.reported(formatAgo(new Date(reportedAt).toISOString(), now))
            : isTakenBack
              ? words.takenBack
              : null}
        </p>
      </div>
      {fault ? (
        <div className="mt-2.5">
          <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>
        </div>
      ) : null}
    </div>
  );
}
