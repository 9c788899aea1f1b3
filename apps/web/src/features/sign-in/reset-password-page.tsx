import { PasswordField } from "@muejam/ui/password-field";
import { Link } from "@tanstack/react-router";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.resetPassword);
const words = messages.reset;

/** Where the link of a mail leads. */
export function ResetPasswordPage({ token }: { token: string | undefined }) {
  const { renew } = useSession();
  const { field, accepted, refusal, ...shown } = useJudgedForm({
    loadRule,
    words: { password: { other: messages.password.missing, ...messages.password.wrong } },
    send: async ({ password }) => {
      await askAuth("reset-password", { token, password });
      // If it was this browser's own session that has just been ended, it should know.
      await renew().catch(() => null);
    },
  });
  if (token === undefined || refusal === "LINK_INVALID")
    return (
      <Door title={words.over.title} body={words.over.body} isAnswer>
        <Link to="/forgot-password" className="link">
          {words.over.act}
        </Link>
      </Door>
    );
  if (accepted)
    return (
      <Door title={words.done.title} body={words.done.body} isAnswer>
        <Link to="/sign-in" className="link">
          {words.done.act}
        </Link>
      </Door>
    );
  return (
    <Door title={words.title} body={words.body}>
      <AccountForm {...shown} act={words.act}>
        <PasswordField
          {...field("password")}
          label={messages.password.newLabel}
          words={messages.password.reveal}
          hint={messages.password.rule}
          autoComplete="new-password"
        />
      </AccountForm>
    </Door>
  );
}
