import type { FactorBegun } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { PasswordField } from "@muejam/ui/password-field";
import { useState } from "react";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { FactorConfirm } from "./factor-confirm.tsx";
import { messages } from "./messages.ts";
import type { ActOnFactor } from "./use-factor.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.begin);
const words = messages.factor;

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
    words: { password: { other: words.password.missing, PASSWORD_WRONG: words.password.isWrong } },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      setBegun(await (await act("begin", given)).json());
      empty();
    },
  });
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{words.begin}</Button>;
  if (begun) return <FactorConfirm begun={begun} act={act} onDone={onDone} onCancel={close} />;
  return (
    <ActForm {...shown} act={words.goOn} aside={<Button onClick={close}>{words.cancel}</Button>}>
      <PasswordField
        {...field("password")}
        label={words.password.label}
        words={words.password.reveal}
        autoComplete="current-password"
      />
    </ActForm>
  );
}
