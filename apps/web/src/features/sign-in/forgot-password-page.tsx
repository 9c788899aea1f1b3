import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { Worded } from "../../lib/worded.tsx";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { MailSent } from "./mail-sent.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.forgotPassword);

export function ForgotPasswordPage() {
  const { field, accepted, again, ...shown } = useJudgedForm({
    loadRule,
    words: { email: { other: m.sign_in_email_wrong() } },
    send: (given) => askAuth("forgot-password", given),
  });
  if (accepted)
    return (
      <MailSent
        title={m.sign_in_forgot_sent_title()}
        body={m.sign_in_forgot_sent_body({ email: accepted.email })}
        same={m.sign_in_forgot_sent_same()}
        onBack={again}
      />
    );

  const toSignIn = (
    <Worded
      words={m.sign_in_forgot_remembered}
      parts={{
        signIn: (
          <Link to="/sign-in" className="link">
            {m.sign_in_forgot_sign_in()}
          </Link>
        ),
      }}
    />
  );
  return (
    <Door title={m.sign_in_forgot_title()} body={m.sign_in_forgot_body()} last={toSignIn}>
      <AccountForm {...shown} act={m.sign_in_forgot_act()}>
        <TextField {...field("email")} label={m.sign_in_email_label()} type="email" autoComplete="username" />
      </AccountForm>
    </Door>
  );
}
