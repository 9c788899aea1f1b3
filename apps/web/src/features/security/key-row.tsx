import type { Key } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { formatAgo, formatDay } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { KeyRevoke } from "./key-revoke.tsx";
import { KeyRotate } from "./key-rotate.tsx";

const scopes = {
  read: m.security_keys_scope_read,
  write: m.security_keys_scope_write,
  moderate: m.security_keys_scope_moderate,
};

type KeyRowProps = {
  record: Key;
  onRotate: (overlapHours: number) => Promise<void>;
  onRevoke: () => Promise<void>;
};

export function KeyRow({ record, onRotate, onRevoke }: KeyRowProps) {
  const now = useNow(60_000);
  const [wish, setWish] = useState<"rotate" | "revoke" | null>(null);
  const { name, createdAt, expiresAt, lastUsedAt, replacedAt } = record;
  const hasEnded = Date.parse(expiresAt) <= now;
  const close = () => setWish(null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-small text-ink-2">{record.scopes.map((scope) => scopes[scope]()).join(", ")}</p>
        <p className="text-small text-ink-3">
          {hasEnded
            ? m.security_keys_ended({ day: formatDay(expiresAt) })
            : replacedAt
              ? m.security_keys_replaced({ day: formatDay(expiresAt) })
              : m.security_keys_facts({ made: formatDay(createdAt), ends: formatDay(expiresAt) })}{" "}
          {lastUsedAt ? m.security_keys_used({ ago: formatAgo(lastUsedAt, now) }) : m.security_keys_unused()}
        </p>
      </div>
      <div className="flex flex-none gap-2">
        {hasEnded || replacedAt ? null : (
          <Button onClick={() => setWish("rotate")} aria-label={m.security_keys_rotate_named({ name })}>
            {m.security_keys_rotate()}
          </Button>
        )}
        <Button onClick={() => setWish("revoke")} aria-label={m.security_keys_revoke_named({ name })}>
          {m.security_keys_revoke()}
        </Button>
      </div>
      <KeyRotate name={name} isOpen={wish === "rotate"} onClose={close} onRotate={onRotate} />
      <KeyRevoke name={name} isOpen={wish === "revoke"} onClose={close} onRevoke={onRevoke} />
    </li>
  );
}
