import { Waiting } from "@muejam/ui/skeleton";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { SecretField } from "./secret-field.tsx";
import { useLookAgain } from "./use-look-again.ts";
import { useProof } from "./use-proof.tsx";
import { useWays } from "./use-ways.ts";

const loadChange = () => import("./rules.ts").then((rules) => rules.password);
const loadChoice = () => import("./rules.ts").then((rules) => rules.firstPassword);

export function PasswordSettings() {
  const ways = useWays();
  const [isChosen, setChosen] = useState(false);
  if (!ways) return <Waiting />;
  return ways.hasPassword ? (
    <ChangePassword isChosen={isChosen} />
  ) : (
    <ChoosePassword onChosen={() => setChosen(true)} />
  );
}

function ChangePassword({ isChosen }: { isChosen: boolean }) {
  const caller = useSession();
  const lookAgain = useLookAgain();
  const { field, accepted, again, empty, ...shown } = useJudgedForm({
    loadRule: loadChange,
    words: {
      currentPassword: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() },
      password: unfit(),
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
      {accepted ? m.security_password_done() : isChosen ? m.security_password_chosen() : null}
    </span>
  );
  return (
    <div onInput={() => accepted && again()}>
      <ActForm {...shown} act={m.security_password_act()} aside={done}>
        <SecretField
          {...field("currentPassword")}
          label={m.security_password_label()}
          aside={toForgotten}
          autoComplete="current-password"
        />
        <SecretField
          {...field("password")}
          label={m.security_password_new_label()}
          hint={m.security_password_rule()}
          autoComplete="new-password"
        />
      </ActForm>
    </div>
  );
}

/** Whoever came by a service or a passkey has none to give, and may want one. */
function ChoosePassword({ onChosen }: { onChosen: () => void }) {
  const caller = useSession();
  const lookAgain = useLookAgain();
  const { proven, dialog } = useProof();
  const {
    field,
    empty: _empty,
    ...shown
  } = useJudgedForm({
    loadRule: loadChoice,
    words: { password: unfit() },
    send: async (given) => {
      await proven(() => askAuthAs(caller, "password", given));
      onChosen();
      lookAgain();
    },
  });
  return (
    <>
      <p className="mb-4">{m.security_password_none()}</p>
      <ActForm {...shown} act={m.security_password_choose()}>
        <SecretField
          {...field("password")}
          label={m.security_password_new_label()}
          hint={m.security_password_rule()}
          autoComplete="new-password"
        />
      </ActForm>
      {dialog}
    </>
  );
}

const unfit = () => ({
  other: m.security_password_unfit_too_small(),
  too_small: m.security_password_unfit_too_small(),
  too_big: m.security_password_unfit_too_big(),
  common: m.security_password_unfit_common(),
  address: m.security_password_unfit_address(),
  handle: m.security_password_unfit_handle(),
});
