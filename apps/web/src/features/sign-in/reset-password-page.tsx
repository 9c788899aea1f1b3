import { PasswordField } from "@muejam/ui/password-field";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { askAuth } from "../../lib/auth-door.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.resetPassword);

/** Where the link of a mail leads. */
export function ResetPasswordPage({ token }: { token: string | undefined }) {
  const { renew } = useSession();
  const { field, accepted, refusal, ...shown } = useJudgedForm({
    loadRule,
    words: {
      password: {
        other: m.sign_in_password_missing(),
        too_small: m.sign_in_password_wrong_too_small(),
        too_big: m.sign_in_password_wrong_too_big(),
        common: m.sign_in_password_wrong_common(),
        address: m.sign_in_password_wrong_address(),
        handle: m.sign_in_password_wrong_handle(),
      },
    },
    send: async ({ password }) => {
      await askAuth("reset-password", { token, password });
      // If it was this browser's own session that has just been ended, it should know.
      await renew().catch(() => null);
    },
  });
  if (token === undefined || refusal === "LINK_INVALID")
    return (
      <Door title={m.sign_in_reset_over_title()} body={m.sign_in_reset_over_body()} isAnswer>
        <Link to="/forgot-password" className="link">
          {m.sign_in_reset_over_act()}
        </Link>
      </Door>
    );
  if (accepted)
    return (
      <Door title={m.sign_in_reset_done_title()} body={m.sign_in_reset_done_body()} isAnswer>
        <Link to="/sign-in" className="link">
          {m.sign_in_reset_done_act()}
        </Link>
      </Door>
    );
  return (
    <Door title={m.sign_in_reset_title()} body={m.sign_in_reset_body()}>
      <AccountForm {...shown} act={m.sign_in_reset_act()}>
        <PasswordField
          {...field("password")}
          label={m.sign_in_password_new_label()}
          words={{
            show: m.sign_in_password_reveal_show(),
            hide: m.sign_in_password_reveal_hide(),
            about: m.sign_in_password_reveal_about(),
          }}
          hint={m.sign_in_password_rule()}
          autoComplete="new-password"
        />
      </AccountForm>
    </Door>
  );
}
