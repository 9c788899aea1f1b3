import { PasswordField } from "@muejam/ui/password-field";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { GoOn } from "./go-on.tsx";
import { MailSent } from "./mail-sent.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.signUp);
const words = messages.signUp;

export function SignUpPage({ next }: { next: string | undefined }) {
  const { state } = useSession();
  const { field, accepted, again, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: messages.email.wrong },
      password: { other: messages.password.missing, ...messages.password.wrong },
    },
    send: (given) => askAuth("sign-up", given),
  });
  if (state === "member") return <GoOn to={next} />;
  if (accepted) return <MailSent words={words.sent} email={accepted.email} onBack={again} />;

  const toSignIn = (
    <>
      {words.hasOne}
      <Link to="/sign-in" search={{ next }} className="link">
        {words.signIn}
      </Link>
    </>
  );
  return (
    <Door title={words.title} body={words.body} last={toSignIn}>
      <AccountForm {...shown} act={words.act}>
        <TextField {...field("email")} label={messages.email.label} type="email" autoComplete="username" />
        <PasswordField
          {...field("password")}
          label={messages.password.label}
          words={messages.password.reveal}
          hint={messages.password.rule}
          autoComplete="new-password"
        />
      </AccountForm>
    </Door>
  );
}
