import type { Me } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { KeepFocus } from "@muejam/ui/keep-focus";
import { FaultNotice } from "@muejam/ui/notice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Waiting } from "@muejam/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useTitle } from "../../lib/use-title.ts";
import { EntrustedList } from "./entrusted-list.tsx";
import { KinQuestion } from "./kin-question.tsx";
import { WishForm } from "./wish-form.tsx";

/** `token`: out of the mail to somebody who was named. */
export function KinPage({ me, token }: { me: Me; token: string | undefined }) {
  const wishes = useQuery(useApi().heir.wishes.queryOptions());
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  const fault = wishes.error && explain(wishes.error);
  useTitle(`${m.heir_title()} · MueJam`);
  if (!face) return null;
  return (
    <KeepFocus className="pt-9">
      <Link to="/settings/profiles" className="link inline-flex min-h-(--hit) items-center text-ui">
        {m.heir_back()}
      </Link>
      <h1 className="display mb-5 text-h1">{m.heir_title()}</h1>
      <hr className="rule" />
      {token === undefined ? null : <KinQuestion token={token} face={face} />}
      <p className="mt-4 max-w-160 font-book text-lead text-ink-2">{m.heir_body()}</p>
      <SettingsSection id="wish" title={m.heir_own({ name: face.displayName })} body={m.heir_own_body()}>
        {wishes.data ? (
          <WishForm key={face.id} face={face} own={wishes.data.own.find(({ profileId }) => profileId === face.id)} />
        ) : null}
        {fault ? (
          <div className="grid justify-items-start gap-3">
            <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>
            <Button onClick={() => void wishes.refetch()}>{m.heir_retry()}</Button>
          </div>
        ) : null}
        {wishes.isPending ? <Waiting /> : null}
      </SettingsSection>
      {wishes.data && wishes.data.entrusted.length > 0 ? (
        <SettingsSection id="entrusted" title={m.heir_entrusted({ name: face.displayName })}>
          <EntrustedList entrusted={wishes.data.entrusted} />
        </SettingsSection>
      ) : null}
    </KeepFocus>
  );
}
