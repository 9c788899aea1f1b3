import { Waiting } from "@muejam/ui/skeleton";
import { TextField } from "@muejam/ui/text-field";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { CurrentAddress } from "./current-address.tsx";
import { SecretField } from "./secret-field.tsx";
import { useWays } from "./use-ways.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.address);

export function AddressSettings() {
  const ways = useWays();
  if (!ways) return <Waiting />;
  return (
    <div className="grid gap-3">
      <CurrentAddress />
      {ways.hasPassword ? <ChangeAddress /> : <p className="text-ui text-ink-2">{m.security_address_without()}</p>}
    </div>
  );
}

function ChangeAddress() {
  const caller = useSession();
  const { field, accepted, again, empty, ...shown } = useJudgedForm({
    loadRule,
    words: {
      email: { other: m.security_address_wrong(), same: m.security_address_same() },
      password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() },
    },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      await askAuthAs(caller, "address", given);
      empty();
    },
  });
  return (
    <div onInput={() => accepted && again()} className="grid gap-3">
      <ActForm {...shown} act={m.security_address_act()}>
        <TextField {...field("email")} label={m.security_address_label()} type="email" autoComplete="email" />
        <SecretField {...field("password")} label={m.security_password_label()} autoComplete="current-password" />
      </ActForm>
      <p role="status" className="text-ui wrap-anywhere">
        {accepted ? m.security_address_sent({ email: accepted.email }) : null}
      </p>
      <p className="text-small text-ink-3">{m.security_address_after()}</p>
    </div>
  );
}
