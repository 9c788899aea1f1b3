import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { useState } from "react";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.code);
const words = messages.code;

/** The second step: the password was right, and a second factor guards the account. */
export function CodePage({ ticket, onBack }: { ticket: string; onBack: () => void }) {
  const { finishSignIn } = useSession();
  const [isPaper, setPaper] = useState(false);
  const { field, form, fault, isBusy, refusal } = useJudgedForm({
    loadRule,
    words: { code: { other: isPaper ? words.paper.form : words.app.form, CODE_WRONG: words.isWrong } },
    places: { CODE_WRONG: "code" },
    send: ({ code }: { code: string }) => finishSignIn({ ticket, code }),
  });
  const { label, hint } = isPaper ? words.paper : words.app;
  if (refusal === "STEP_EXPIRED")
    return (
      <Door title={words.over.title} body={words.over.body} isAnswer>
        <Button onClick={onBack}>{words.over.act}</Button>
      </Door>
    );
  return (
    <Door title={words.title} body={words.body} isAnswer>
      <AccountForm {...{ form, fault, isBusy }} act={words.act}>
        <TextField
          {...field("code")}
          label={label}
          hint={hint}
          inputMode={isPaper ? "text" : "numeric"}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
      </AccountForm>
      <div className="mt-4 flex flex-wrap gap-x-5">
        <Button weight="text" onClick={() => setPaper(!isPaper)}>
          {isPaper ? words.useApp : words.usePaper}
        </Button>
        <Button weight="text" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </Door>
  );
}
