import { PasswordField } from "@muejam/ui/password-field";
import { Link } from "@tanstack/react-router";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { messages } from "./messages.ts";
import { useLookAgain } from "./use-look-again.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.password);
const words = messages.password;

export function PasswordSettings() {
  const caller = useSession();
  const lookAgain = useLookAgain();
  const { field, accepted, again, empty, ...shown } = useJudgedForm({
    loadRule,
    words: {
      currentPassword: { other: words.missing, PASSWORD_WRONG: words.isWrong },
      password: { other: words.unfit.too_small, ...words.unfit },
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
      {words.forgotten}
    </Link>
  );
  const done = (
    <span role="status" className="text-small text-ink-2">
      {accepted ? words.done : null}
    </span>
  );
  return (
    <div onInput={() => accepted && again()}>
      <ActForm {...shown} act={words.act} aside={done}>
        <PasswordField
          {...field("currentPassword")}
          label={words.label}
          words={words.reveal}
          aside={toForgotten}
          autoComplete="current-password"
        />
        <PasswordField
          {...field("password")}
          label={words.newLabel}
          words={words.reveal}
          hint={words.rule}
          autoComplete="new-password"
        />
      </ActForm>
    </div>
  );
}
