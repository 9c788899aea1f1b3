import type { CodeAsked } from "@muejam/contracts/second-factor";
import { PasswordField } from "@muejam/ui/password-field";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { m } from "#messages";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { Worded } from "../../lib/worded.tsx";
import { AccountForm } from "./account-form.tsx";
import { CodePage } from "./code-page.tsx";
import { Door, type DoorProps } from "./door.tsx";
import { GoOn } from "./go-on.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";
import { usePasskey } from "./use-passkey.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.signIn);

export function SignInPage({ next }: { next: string | undefined }) {
  const { state } = useSession();
  if (state === "member") return <GoOn to={next} />;
  const last = (
    <Worded
      words={m.sign_in_sign_in_is_new}
      parts={{
        signUp: (
          <Link to="/sign-up" search={{ next }} className="link">
            {m.sign_in_sign_in_sign_up()}
          </Link>
        ),
      }}
    />
  );
  const first = { title: m.sign_in_sign_in_title(), last };
  return <SignInSteps {...{ next, first }} isQuiet={state === "visitor"} frame={(door) => <Door {...door} />} />;
}

type SignInStepsProps = {
  /** Where whoever comes back from somebody else's door goes on. */
  next: string | undefined;
  /** The browser may offer a passkey by itself. */
  isQuiet?: boolean;
  /** Within another page, which nothing may lead away from. */
  isInside?: boolean;
  first: Omit<DoorProps, "children">;
  frame: (door: DoorProps) => ReactNode;
};

/** With a password, a second factor or a passkey; whoever shows the steps sees in the session when they are over. */
export function SignInSteps({ next, isQuiet = false, isInside = false, first, frame }: SignInStepsProps) {
  const { signIn } = useSession();
  const [asked, setAsked] = useState<CodeAsked | null>(null);
  const [isBack, setBack] = useState(false);
  const { field, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: m.sign_in_email_wrong() },
      password: { other: m.sign_in_password_missing(), SIGN_IN_FAILED: m.sign_in_sign_in_failed() },
    },
    places: { SIGN_IN_FAILED: "password" },
    send: async (given) => setAsked(await signIn(given)),
  });
  const passkey = usePasskey({ isQuiet: isQuiet && asked === null });
  const goBack = () => {
    setAsked(null);
    setBack(true);
  };
  if (asked) return <CodePage asked={asked} onBack={goBack} frame={frame} />;

  const toForgotten = (
    <Link to="/forgot-password" {...(isInside && { target: "_blank" })} className="link">
      {m.sign_in_sign_in_forgotten()}
    </Link>
  );
  const children = (
    <>
      <AccountForm {...shown} act={m.sign_in_sign_in_act()}>
        <TextField {...field("email")} label={m.sign_in_email_label()} type="email" autoComplete="username webauthn" />
        <PasswordField
          {...field("password")}
          label={m.sign_in_password_label()}
          words={{
            show: m.sign_in_password_reveal_show(),
            hide: m.sign_in_password_reveal_hide(),
            about: m.sign_in_password_reveal_about(),
          }}
          aside={toForgotten}
          autoComplete="current-password"
        />
      </AccountForm>
      <PasskeyButton {...passkey} />
      <ProviderButtons next={next} />
    </>
  );
  return frame({ ...first, isAnswer: isBack, children });
}
