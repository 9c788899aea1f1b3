import type { CodeAsked } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { type ReactNode, useState } from "react";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { Door, type DoorProps } from "./door.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { usePasskey } from "./use-passkey.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.code);

type CodePageProps = { asked: CodeAsked; onBack: () => void; frame?: (door: DoorProps) => ReactNode };

/** The second step: the password was right, and a second factor guards the account. */
export function CodePage({ asked, onBack, frame = inDoor }: CodePageProps) {
  const { ticket, hasPasskey } = asked;
  const passkey = usePasskey({ step: ticket });
  const { finishSignIn } = useSession();
  const [isPaper, setPaper] = useState(false);
  const { field, form, fault, isBusy, refusal } = useJudgedForm({
    loadRule,
    words: {
      code: {
        other: isPaper ? m.sign_in_code_paper_form() : m.sign_in_code_app_form(),
        CODE_WRONG: m.sign_in_code_is_wrong(),
      },
    },
    places: { CODE_WRONG: "code" },
    send: ({ code }: { code: string }) => finishSignIn({ ticket, code }),
  });
  const { label, hint } = isPaper
    ? { label: m.sign_in_code_paper_label(), hint: m.sign_in_code_paper_hint() }
    : { label: m.sign_in_code_app_label(), hint: m.sign_in_code_app_hint() };
  if (refusal === "STEP_EXPIRED")
    return frame({
      title: m.sign_in_code_over_title(),
      body: m.sign_in_code_over_body(),
      isAnswer: true,
      children: <Button onClick={onBack}>{m.sign_in_code_over_act()}</Button>,
    });
  const children = (
    <>
      <AccountForm {...{ form, fault, isBusy }} act={m.sign_in_code_act()}>
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
      {hasPasskey ? <PasskeyButton {...passkey} /> : null}
      <div className="mt-4 flex flex-wrap gap-x-5">
        <Button weight="text" onClick={() => setPaper(!isPaper)}>
          {isPaper ? m.sign_in_code_use_app() : m.sign_in_code_use_paper()}
        </Button>
        <Button weight="text" onClick={onBack}>
          {m.sign_in_code_back()}
        </Button>
      </div>
    </>
  );
  return frame({ title: m.sign_in_code_title(), body: m.sign_in_code_body(), isAnswer: true, children });
}

const inDoor = (door: DoorProps) => <Door {...door} />;
