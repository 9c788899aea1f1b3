import { PasswordField } from "@muejam/ui/password-field";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { useLookAgain } from "./use-look-again.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.password);

export function PasswordSettings() {
  const caller = useSession();
  const lookAgain = useLookAgain();
  const { field, accepted, again, empty, ...shown } = useJudgedForm({
    loadRule,
    words: {
      currentPassword: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() },
      password: {
        other: m.security_password_unfit_too_small(),
        too_small: m.security_password_unfit_too_small(),
        too_big: m.security_password_unfit_too_big(),
        common: m.security_password_unfit_common(),
        address: m.security_password_unfit_address(),
        handle: m.security_password_unfit_handle(),
      },
    },
    places: { PASSWORD_WRONG: "currentPassword" },
    send: async (given) => {
      await askAuthAs(caller, "password", given);
      empty();
      lookAgain();
    },
  });
  const toForgotten = (
    <Link to="/forgot-password" className="link">
      {m.security_password_forgotten()}
    </Link>
  );
  const done = (
    <span role="status" className="text-small text-ink-2">
      {accepted ? m.security_password_done() : null}
    </span>
  );
  return (
    <div onInput={() => accepted && again()}>
      <ActForm {...shown} act={m.security_password_act()} aside={done}>
        <PasswordField
          {...field("currentPassword")}
          label={m.security_password_label()}
          words={{
            show: m.security_password_reveal_show(),
            hide: m.security_password_reveal_hide(),
            about: m.security_password_reveal_about(),
          }}
          aside={toForgotten}
          autoComplete="current-password"
        />
        <PasswordField
          {...field("password")}
          label={m.security_password_new_label()}
          words={{
            show: m.security_password_reveal_show(),
            hide: m.security_password_reveal_hide(),
            about: m.security_password_reveal_about(),
          }}
          hint={m.security_password_rule()}
          autoComplete="new-password"
        />
      </ActForm>
    </div>
  );
}
