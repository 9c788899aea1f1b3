import type { CodeAsked } from "@muejam/contracts/second-factor";
import { PasswordField } from "@muejam/ui/password-field";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { CodePage } from "./code-page.tsx";
import { Door } from "./door.tsx";
import { GoOn } from "./go-on.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.signIn);
const words = messages.signIn;

export function SignInPage({ next }: { next: string | undefined }) {
  const { state, signIn } = useSession();
  const [asked, setAsked] = useState<CodeAsked | null>(null);
  const { field, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: messages.email.wrong },
      password: { other: messages.password.missing, SIGN_IN_FAILED: words.failed },
    },
    places: { SIGN_IN_FAILED: "password" },
    send: async (given) => setAsked(await signIn(given)),
  });
  if (state === "member") return <GoOn to={next} />;
  if (asked) return <CodePage ticket={asked.ticket} onBack={() => setAsked(null)} />;

  const toSignUp = (
    <>
      {words.isNew}
      <Link to="/sign-up" search={{ next }} className="link">
        {words.signUp}
      </Link>
      {words.afterNew}
    </>
  );
  const toForgotten = (
    <Link to="/forgot-password" className="link">
      {words.forgotten}
    </Link>
  );
  return (
    <Door title={words.title} last={toSignUp}>
      <AccountForm {...shown} act={words.act}>
        <TextField {...field("email")} label={messages.email.label} type="email" autoComplete="username" />
        <PasswordField
          {...field("password")}
          label={messages.password.label}
          words={messages.password.reveal}
          aside={toForgotten}
          autoComplete="current-password"
        />
      </AccountForm>
    </Door>
  );
}
