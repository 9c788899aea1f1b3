import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useSession } from "../../lib/use-session.ts";
import { CodePage } from "./code-page.tsx";
import { Door } from "./door.tsx";
import { GoOn } from "./go-on.tsx";
import { useProviderReturn } from "./use-provider-return.ts";
import { readWayOn } from "./way-on.ts";

const settings = "/settings/security";

/** Where another service sends people back to. */
export function ProviderPage({ provider }: { provider: string }) {
  const { state } = useSession();
  const { told, error, isDeclined, again } = useProviderReturn(provider);
  const [next] = useState(readWayOn);
  const [wasMember] = useState(state === "member");
  const [isGivenUp, setGivenUp] = useState(false);
  if (isGivenUp) return <GoOn to="/sign-in" />;
  if (told && "isLinked" in told) return <GoOn to={`${settings}#providers`} />;
  if (told && state === "member") return <GoOn to={wasMember ? `${settings}#providers` : next} />;
  if (told && "ticket" in told) return <CodePage asked={told} onBack={() => setGivenUp(true)} />;
  if (!error && !isDeclined) return <Door title={m.sign_in_provider_wait()}>{null}</Door>;

  const code = appErrorOf(error)?.code;
  const title = code === "ADDRESS_KNOWN" ? m.sign_in_provider_known_title : m.sign_in_provider_fault_title;
  const fault = error ? explain(error) : null;
  const toSettings = (
    <Link to={settings} className="link">
      {m.sign_in_provider_to_settings()}
    </Link>
  );
  const toSignIn = (
    <Link to="/sign-in" search={{ next: code === "ADDRESS_KNOWN" ? settings : next }} className="link">
      {m.sign_in_provider_to_sign_in()}
    </Link>
  );
  return (
    <Door title={wasMember ? m.sign_in_provider_member_title() : title()} isAnswer>
      <div className="grid justify-items-start gap-4">
        {fault ? (
          <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>
        ) : (
          <p className="text-ink-2">{m.sign_in_provider_declined()}</p>
        )}
        {code === "PROVIDER_DOWN" || (error && !code) ? (
          <Button onClick={again}>{m.sign_in_provider_again()}</Button>
        ) : null}
        <p>{state === "member" ? toSettings : toSignIn}</p>
      </div>
    </Door>
  );
}
