import { Button } from "@muejam/ui/button";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";

type BackupCodeListProps = { codes: readonly string[]; onKept: () => void };

/** They are nowhere else, so the page stays with them until somebody says that they are kept. */
export function BackupCodeList({ codes, onKept }: BackupCodeListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true));
  return (
    <div className="grid justify-items-start gap-4">
      <h3 ref={heading} tabIndex={-1} className="text-talk font-semibold outline-none">
        {m.security_factor_codes_title()}
      </h3>
      <p>{m.security_factor_codes_body()}</p>
      <ul
        aria-label={m.security_factor_codes_title()}
        className="grid grid-cols-2 gap-x-8 gap-y-1 font-semibold tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button weight="main" onClick={onKept}>
          {m.security_factor_codes_done()}
        </Button>
        <Button onClick={copy}>{m.security_factor_codes_copy()}</Button>
        <span role="status" className="text-small text-ink-2">
          {isCopied ? m.security_factor_codes_copied() : null}
        </span>
      </div>
    </div>
  );
}
