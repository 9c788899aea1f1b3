import { Button } from "@muejam/ui/button";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { appErrorOf, isOfNetwork } from "../../lib/errors.ts";

/** What to quote when asking for help: the id of the request that failed, or of the report of what broke here. */
export function FaultReference({ error }: { error: unknown }) {
  const [at] = useState(() => new Date().toISOString());
  const [isCopied, setCopied] = useState(false);
  const id = useReference(error);
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

function useReference(error: unknown): string | null {
  const { matches } = useRouter().state;
  const [route] = useState(() => matches.at(-1)?.fullPath ?? "/");
  const [reported, setReported] = useState<string | null>(null);
  useEffect(() => {
    if (isOfNetwork(error)) return;
    void import("./report-fault.ts").then(
      async ({ reportFault }) => setReported(await reportFault(error, route)),
      // The moment is reference enough.
      () => undefined,
    );
  }, [error, route]);
  return appErrorOf(error)?.requestId ?? reported;
}
