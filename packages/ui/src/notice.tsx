import type { ReactNode } from "react";

/** What failed, where it failed; `reference` is what to quote when asking for help. */
export function FaultNotice({ children, reference }: { children: ReactNode; reference?: string | undefined }) {
  return (
    <div role="alert" className="flex gap-2 text-small text-currant">
      <span aria-hidden="true" className="shape mt-1.25 rotate-45 scale-85 border-5" />
      <div>
        {children}
        {reference ? <p className="mt-1 text-micro text-ink-3 wrap-anywhere">{reference}</p> : null}
      </div>
    </div>
  );
}
