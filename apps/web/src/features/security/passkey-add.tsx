import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { useState } from "react";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import type { Passkeys } from "./use-passkeys.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.newPasskey);

type PasskeyAddProps = { isGuarded: boolean; add: Passkeys["add"]; onDone: () => void; onCancel: () => void };

export function PasskeyAdd({ isGuarded, add, onDone, onCancel }: PasskeyAddProps) {
  const [isDeclined, setDeclined] = useState(false);
  const {
    field,
    empty: _empty,
    ...shown
  } = useJudgedForm({
    loadRule,
    words: {
      name: { other: m.security_passkeys_name_missing() },
      code: { other: m.security_factor_code_form(), CODE_WRONG: m.security_factor_code_is_wrong() },
    },
    places: { CODE_WRONG: "code" },
    send: async (given) => {
      setDeclined(false);
      if (await add(given)) onDone();
      else setDeclined(true);
    },
  });
  return (
    <ActForm
      {...shown}
      act={m.security_passkeys_make()}
      aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
    >
      <TextField
        {...field("name")}
        label={m.security_passkeys_name()}
        hint={m.security_passkeys_name_hint()}
        maxLength={60}
      />
      {isGuarded ? (
        <TextField
          {...field("code")}
          label={m.security_factor_code_either()}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : null}
      <p role="status" className="text-small text-ink-2">
        {isDeclined ? m.security_passkeys_declined() : null}
      </p>
    </ActForm>
  );
}
