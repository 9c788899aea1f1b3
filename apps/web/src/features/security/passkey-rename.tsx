import type { PasskeyView } from "@muejam/contracts/passkey";
import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import type { Passkeys } from "./use-passkeys.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.passkeyName);

type PasskeyRenameProps = {
  passkey: PasskeyView;
  rename: Passkeys["rename"];
  onDone: () => void;
  onCancel: () => void;
};

export function PasskeyRename({ passkey, rename, onDone, onCancel }: PasskeyRenameProps) {
  const { field, form, fault, isBusy } = useJudgedForm({
    loadRule,
    start: { name: passkey.name },
    words: { name: { other: m.security_passkeys_name_missing() } },
    send: async ({ name }: { name: string }) => {
      await rename({ id: passkey.id, name });
      onDone();
    },
  });
  return (
    <ActForm
      {...{ form, fault, isBusy }}
      act={m.security_passkeys_rename_confirm()}
      aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
    >
      <TextField {...field("name")} label={m.security_passkeys_name()} maxLength={60} />
    </ActForm>
  );
}
