import type { PasskeyView } from "@muejam/contracts/passkey";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { PasskeyRename } from "./passkey-rename.tsx";
import type { Passkeys } from "./use-passkeys.ts";

type PasskeyRowProps = Pick<Passkeys, "rename" | "remove"> & {
  passkey: PasskeyView;
  onRenamed: () => void;
  onRemoved: () => void;
};

export function PasskeyRow({ passkey, rename, remove, onRenamed, onRemoved }: PasskeyRowProps) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [wish, setWish] = useState<"rename" | "remove" | null>(null);
  const close = () => setWish(null);
  return (
    <li className="grid gap-3 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex items-center justify-between gap-5">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-small text-ink-3">
            {m.security_passkeys_since({ day: formatDay(createdAt) })}{" "}
            {lastUsedAt ? m.security_passkeys_used({ day: formatDay(lastUsedAt) }) : m.security_passkeys_unused()}
          </p>
        </div>
        {wish === null ? (
          <div className="flex flex-none flex-wrap justify-end gap-3">
            <Button onClick={() => setWish("rename")} aria-label={m.security_passkeys_rename_named({ name })}>
              {m.security_passkeys_rename()}
            </Button>
            <Button onClick={() => setWish("remove")} aria-label={m.security_passkeys_remove_named({ name })}>
              {m.security_passkeys_remove()}
            </Button>
          </div>
        ) : null}
      </div>
      {wish === "rename" ? (
        <PasskeyRename
          {...{ passkey, rename }}
          onDone={() => {
            close();
            onRenamed();
          }}
          onCancel={close}
        />
      ) : null}
      {wish === "remove" ? (
        <ConfirmForm
          words={m.security_passkeys_remove_body()}
          act={m.security_passkeys_remove_confirm()}
          send={async () => {
            await remove(id);
            onRemoved();
          }}
          onCancel={close}
        />
      ) : null}
    </li>
  );
}
