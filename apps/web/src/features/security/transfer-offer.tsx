import { Button } from "@muejam/ui/button";
import { SettingsSection } from "@muejam/ui/settings-section";
import { TextField } from "@muejam/ui/text-field";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDay } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { useProof } from "./use-proof.tsx";

/** Whoever was here when another issuer signed people in brings that account along, if they say so. */
export function TransferOffer() {
  const { account } = useApi();
  const cache = useQueryClient();
  const session = useSession();
  const { proven, dialog } = useProof();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(
    account.transferOffer.queryOptions(undefined, {
      // Its tokens tell no address: what Clerk has proven is asked of it a moment after somebody's first call.
      refetchInterval: ({ state }) =>
        session.meetClerk !== null && !state.data?.offer && state.dataUpdateCount < 5 && 1500,
    }),
  );
  const transfer = useMutation(account.transfer.mutationOptions());
  const act = useMutation({
    mutationFn: async (code: string) => proven(() => transfer.mutateAsync(code === "" ? {} : { code })),
    networkMode: "always",
    onSuccess: () => {
      // Another account now: nothing of the one that was left stays on the page.
      session.actAs(null);
      void cache.resetQueries();
    },
  });
  const offer = data?.offer;
  if (act.isSuccess)
    return (
      <p role="status" className="pt-6">
        {m.security_transfer_done()}
      </p>
    );
  if (!offer) return null;
  return (
    <SettingsSection
      id="transfer"
      title={m.security_transfer_title()}
      body={m.security_transfer_body({ day: formatDay(offer.openedAt) })}
    >
      {isOpen ? (
        <ActForm
          form={{
            onSubmit: (event) => {
              event.preventDefault();
              const code = new FormData(event.currentTarget).get("code");
              if (!act.isPending) act.mutate(typeof code === "string" ? code.trim() : "");
            },
          }}
          fault={act.error && explain(act.error)}
          isBusy={act.isPending}
          act={m.security_transfer_act()}
          aside={<Button onClick={() => setOpen(false)}>{m.security_factor_cancel()}</Button>}
        >
          <p>{m.security_transfer_consent()}</p>
          {offer.needsCode ? (
            <TextField
              name="code"
              label={m.security_factor_code_either()}
              hint={m.security_transfer_code_hint()}
              autoComplete="one-time-code"
            />
          ) : null}
        </ActForm>
      ) : (
        <Button onClick={() => setOpen(true)}>{m.security_transfer_begin()}</Button>
      )}
      {dialog}
    </SettingsSection>
  );
}
