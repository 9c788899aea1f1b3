import type { FactorBegun } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { PasswordField } from "@muejam/ui/password-field";
import { useState } from "react";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { FactorConfirm } from "./factor-confirm.tsx";
import type { ActOnFactor } from "./use-factor.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.begin);

type FactorSetUpProps = { act: ActOnFactor; onDone: (codes: readonly string[]) => void };

/** The password, then the app, then a code that proves that the app has it. */
export function FactorSetUp({ act, onDone }: FactorSetUpProps) {
  const [isOpen, setOpen] = useState(false);
  const [begun, setBegun] = useState<FactorBegun | null>(null);
  const close = () => {
    setOpen(false);
    setBegun(null);
  };
  const { field, empty, ...shown } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      setBegun(await (await act("begin", given)).json());
      empty();
    },
  });
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{m.security_factor_begin()}</Button>;
  if (begun) return <FactorConfirm begun={begun} act={act} onDone={onDone} onCancel={close} />;
  return (
    <ActForm
      {...shown}
      act={m.security_factor_go_on()}
      aside={<Button onClick={close}>{m.security_factor_cancel()}</Button>}
    >
      <PasswordField
        {...field("password")}
        label={m.security_password_label()}
        words={{
          show: m.security_password_reveal_show(),
          hide: m.security_password_reveal_hide(),
          about: m.security_password_reveal_about(),
        }}
        autoComplete="current-password"
      />
    </ActForm>
  );
}
