import type { KeyMade } from "@muejam/contracts/account";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Waiting } from "@muejam/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { KeyForm } from "./key-form.tsx";
import { KeyRow } from "./key-row.tsx";
import { MadeKey } from "./made-key.tsx";
import { useKeys } from "./use-keys.ts";
import { useProof } from "./use-proof.tsx";

export function KeysPage() {
  const { keys, ...acts } = useKeys();
  const { proven, dialog } = useProof();
  const [made, setMade] = useState<KeyMade | null>(null);
  const { data: me } = useQuery(useApi().account.me.queryOptions());
  const isModerator = me !== undefined && me.roles.length > 0;
  const [said, setSaid] = useState("");
  return (
    <>
      <SettingsSection id="new-key" title={m.security_keys_new_title()} body={m.security_keys_new_body()}>
        {made ? (
          <MadeKey made={made} onKept={() => setMade(null)} />
        ) : (
          <KeyForm
            isModerator={isModerator}
            send={(given) => proven(() => acts.create.mutateAsync(given))}
            onMade={setMade}
          />
        )}
      </SettingsSection>
      <SettingsSection id="own-keys" title={m.security_keys_list_title()}>
        {keys.data && keys.data.keys.length > 0 ? (
          <ul>
            {keys.data.keys.map((key) => (
              <KeyRow
                key={key.id}
                record={key}
                onRotate={async (overlapHours) => {
                  const given = { id: key.id, overlapHours };
                  setMade(await proven(() => acts.rotate.mutateAsync(given)));
                  document.getElementById("new-key")?.scrollIntoView();
                }}
                onRevoke={async () => {
                  await acts.revoke.mutateAsync({ id: key.id });
                  setSaid(m.security_keys_revoked({ name: key.name }));
                }}
              />
            ))}
          </ul>
        ) : null}
        {keys.data?.keys.length === 0 ? <p className="text-ink-2">{m.security_keys_empty()}</p> : null}
        {keys.isPending ? <Waiting /> : null}
        {keys.error ? (
          <div className="grid justify-items-start gap-3">
            <FaultNotice reference={explain(keys.error).reference}>{explain(keys.error).sentence}</FaultNotice>
            <Button onClick={() => void keys.refetch()}>{m.security_retry()}</Button>
          </div>
        ) : null}
        <p role="status" className="pt-2 text-small text-ink-2 empty:sr-only">
          {said}
        </p>
      </SettingsSection>
      {dialog}
    </>
  );
}
