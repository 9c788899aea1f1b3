import { TextField } from "@muejam/ui/text-field";
import type { ReactNode } from "react";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.code);
const words = messages.factor.code;

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
    words: { code: { other: words.form, CODE_WRONG: words.isWrong, STEP_EXPIRED: messages.factor.expired } },
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
