import type { KeyMade } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";

/** It is nowhere else, so the page stays with it until somebody says that it is kept. */
export function MadeKey({ made: { key, secret }, onKept }: { made: KeyMade; onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid justify-items-start gap-4">
      <h3 ref={heading} tabIndex={-1} className="text-talk font-semibold wrap-anywhere outline-none">
        {m.security_keys_made({ name: key.name })}
      </h3>
      {/* The answer to an act that was repeated says what was made, and no secret. */}
      <p>{secret === null ? m.security_keys_lost() : m.security_keys_once()}</p>
      {secret === null ? null : (
        <code className="block w-full border border-edge bg-well px-3 py-2.5 text-ui break-all select-all">
          {secret}
        </code>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button weight="main" onClick={onKept}>
          {m.security_keys_kept()}
        </Button>
        {secret === null ? null : (
          <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
            {m.security_keys_copy()}
          </Button>
        )}
        <span role="status" className="text-small text-ink-2">
          {isCopied ? m.security_keys_copied() : null}
        </span>
      </div>
    </div>
  );
}
