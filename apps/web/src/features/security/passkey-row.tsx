import type { PasskeyView } from "@muejam/contracts/passkey";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { PasskeyRename } from "./passkey-rename.tsx";
import { ProofField } from "./proof-field.tsx";
import type { Passkeys } from "./use-passkeys.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.proof);

type PasskeyRowProps = Pick<Passkeys, "rename" | "remove"> & {
  passkey: PasskeyView;
  onRenamed: () => void;
  onRemoved: () => void;
};

export function PasskeyRow({ passkey, rename, remove, onRenamed, onRemoved }: PasskeyRowProps) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [wish, setWish] = useState<"rename" | "remove" | null>(null);
  const {
    field,
    empty: _empty,
    ...shown
  } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password", PROOF_NEEDED: "password" },
    send: async (proof) => {
      await remove({ id, ...proof });
      onRemoved();
    },
  });
  return (
    <li className="grid gap-3 border-b border-line py-3">
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
            setWish(null);
            onRenamed();
          }}
          onCancel={() => setWish(null)}
        />
      ) : null}
      {wish === "remove" ? (
        <ActForm
          {...shown}
          act={m.security_passkeys_remove_confirm()}
          aside={<Button onClick={() => setWish(null)}>{m.security_factor_cancel()}</Button>}
        >
          <ProofField {...field("password")} />
        </ActForm>
      ) : null}
    </li>
  );
}
