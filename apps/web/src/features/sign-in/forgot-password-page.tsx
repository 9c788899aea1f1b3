import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { MailSent } from "./mail-sent.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.forgotPassword);
const words = messages.forgot;

export function ForgotPasswordPage() {
  const { field, accepted, again, ...shown } = useJudgedForm({
    loadRule,
    words: { email: { other: messages.email.wrong } },
    send: (given) => askAuth("forgot-password", given),
  });
  if (accepted) return <MailSent words={words.sent} email={accepted.email} onBack={again} />;

  const toSignIn = (
    <>
      {words.remembered}
      <Link to="/sign-in" className="link">
        {words.signIn}
      </Link>
    </>
  );
  return (
    <Door title={words.title} body={words.body} last={toSignIn}>
      <AccountForm {...shown} act={words.act}>
        <TextField {...field("email")} label={messages.email.label} type="email" autoComplete="username" />
      </AccountForm>
    </Door>
  );
}
