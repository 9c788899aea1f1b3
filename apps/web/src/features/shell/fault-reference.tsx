import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

/** What to quote when asking for help: the request's id, or what stands in for it where nothing was asked. */
export function FaultReference({ error }: { error: unknown }) {
  const [at] = useState(() => new Date().toISOString());
  const [isCopied, setCopied] = useState(false);
  const id = appErrorOf(error)?.requestId;
  const reference = id ? m.shell_fault_reference({ id }) : m.shell_fault_moment({ at, path: location.pathname });
  const copy = () => navigator.clipboard.writeText(reference).then(() => setCopied(true));
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 text-small text-ink-3">
      <span className="wrap-anywhere">{reference}</span>
      <Button weight="text" onClick={() => void copy().catch(() => setCopied(false))}>
        <span aria-live="polite">{isCopied ? m.shell_fault_copied() : m.shell_fault_copy()}</span>
      </Button>
    </p>
  );
}
