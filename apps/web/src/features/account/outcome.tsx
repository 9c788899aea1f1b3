import { FaultNotice } from "@muejam/ui/notice";

type OutcomeProps = { fault: { sentence: string; reference: string | undefined } | null; saved: string | null };

/** What came of a choice that is kept as soon as it is made. */
export function Outcome({ fault, saved }: OutcomeProps) {
  return (
    <>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <p role="status" className="min-h-4.5 text-small text-ink-2">
        {fault ? null : saved}
      </p>
    </>
  );
}
