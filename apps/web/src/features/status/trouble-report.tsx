import type { Component } from "@muejam/contracts/status";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { formatAgo } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { named } from "./component-names.ts";
import { useTrouble } from "./use-trouble.ts";

type TroubleReportProps = { component: Component; hasCompany: boolean; now: number };

/** One button throughout, so that focus stays where the act was. */
export function TroubleReport({ component, hasCompany, now }: TroubleReportProps) {
  const { isReported, isBusy, isTakenBack, reportedAt, error, toggle } = useTrouble(component, now);
  const fault = error ? explain(error) : null;
  return (
    <div className="mt-5">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
        <Button isBusy={isBusy} onClick={toggle}>
          {isReported ? m.status_report_take_back() : hasCompany ? m.status_report_see_too() : m.status_report_see()}
          <span className="sr-only">{m.status_report_about({ component: named[component]() })}</span>
        </Button>
        <p role="status" className="text-small text-ink-2">
          {isReported
            ? m.status_report_reported({ ago: formatAgo(new Date(reportedAt).toISOString(), now) })
            : isTakenBack
              ? m.status_report_taken_back()
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
