import { TextField } from "@muejam/ui/text-field";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.code);

type CodeFormProps = {
  label: string;
  act: string;
  /** Only digits: a phone shows those. */
  isOfApp?: boolean;
  send: (code: string) => Promise<void>;
  aside: ReactNode;
};

export function CodeForm({ label, act, isOfApp = false, send, aside }: CodeFormProps) {
  const { field, form, fault, isBusy } = useJudgedForm({
    loadRule,
    words: {
      code: {
        other: m.security_factor_code_form(),
        CODE_WRONG: m.security_factor_code_is_wrong(),
        STEP_EXPIRED: m.security_factor_expired(),
      },
    },
    places: { CODE_WRONG: "code", STEP_EXPIRED: "code" },
    send: ({ code }: { code: string }) => send(code),
  });
  return (
    <ActForm {...{ form, fault, isBusy, act, aside }}>
      <TextField
        {...field("code")}
        label={label}
        inputMode={isOfApp ? "numeric" : "text"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActForm>
  );
}
