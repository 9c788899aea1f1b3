import { PasswordField } from "@muejam/ui/password-field";
import { TextField } from "@muejam/ui/text-field";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { messages } from "./messages.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.address);
const words = messages.address;

export function AddressSettings() {
  const caller = useSession();
  const { field, accepted, again, empty, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: words.wrong, same: words.same },
      password: { other: messages.password.missing, PASSWORD_WRONG: messages.password.isWrong },
    },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      await askAuthAs(caller, "address", given);
      empty();
    },
  });
  return (
    <div onInput={() => accepted && again()} className="grid gap-3">
      <ActForm {...shown} act={words.act}>
        <TextField {...field("email")} label={words.label} type="email" autoComplete="email" />
        <PasswordField
          {...field("password")}
          label={messages.password.label}
          words={messages.password.reveal}
          autoComplete="current-password"
        />
      </ActForm>
      <p role="status" className="text-ui wrap-anywhere">
        {accepted ? words.sent(accepted.email) : null}
      </p>
      <p className="text-small text-ink-3">{words.after}</p>
    </div>
  );
}
