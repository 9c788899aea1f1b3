import { PasswordField } from "@muejam/ui/password-field";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { Worded } from "../../lib/worded.tsx";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { GoOn } from "./go-on.tsx";
import { MailSent } from "./mail-sent.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.signUp);

export function SignUpPage({ next }: { next: string | undefined }) {
  const { state } = useSession();
  const { field, accepted, again, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: m.sign_in_email_wrong() },
      password: {
        other: m.sign_in_password_missing(),
        too_small: m.sign_in_password_wrong_too_small(),
        too_big: m.sign_in_password_wrong_too_big(),
        common: m.sign_in_password_wrong_common(),
        address: m.sign_in_password_wrong_address(),
      },
    },
    send: (given) => askAuth("sign-up", given),
  });
  if (state === "member") return <GoOn to={next} />;
  if (accepted)
    return (
      <MailSent
        title={m.sign_in_sign_up_sent_title()}
        body={m.sign_in_sign_up_sent_body({ email: accepted.email })}
        same={m.sign_in_sign_up_sent_same()}
        onBack={again}
      />
    );

  const toSignIn = (
    <Worded
      words={m.sign_in_sign_up_has_one}
      parts={{
        signIn: (
          <Link to="/sign-in" search={{ next }} className="link">
            {m.sign_in_sign_up_sign_in()}
          </Link>
        ),
      }}
    />
  );
  return (
    <Door title={m.sign_in_sign_up_title()} body={m.sign_in_sign_up_body()} last={toSignIn}>
      <AccountForm {...shown} act={m.sign_in_sign_up_act()}>
        <TextField {...field("email")} label={m.sign_in_email_label()} type="email" autoComplete="username" />
        <PasswordField
          {...field("password")}
          label={m.sign_in_password_label()}
          words={{
            show: m.sign_in_password_reveal_show(),
            hide: m.sign_in_password_reveal_hide(),
            about: m.sign_in_password_reveal_about(),
          }}
          hint={m.sign_in_password_rule()}
          autoComplete="new-password"
        />
      </AccountForm>
      <ProviderButtons next={next} />
    </Door>
  );
}
