import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { Waiting } from "@muejam/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { Fault } from "./fault.tsx";
import { Outcome } from "./outcome.tsx";

/** What was kept is gone with it, so whoever switches it off is asked once more. */
export function HistorySwitch() {
  const { reading } = useApi();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const choices = useQuery(reading.choices.queryOptions());
  // At once, in the very act: a box that answers a moment later looks as if it had refused.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const choose = useMutation(
    reading.choose.mutationOptions({
      onSettled: () => setWanted(null),
      onSuccess: (chosen) => {
        cache.setQueryData(reading.choices.queryKey(), chosen);
        void cache.invalidateQueries(reading.pathFilter());
      },
    }),
  );
  const keep = (keepsHistory: boolean) => {
    setAsked(false);
    if (choose.isPending) return;
    setWanted(keepsHistory);
    choose.mutate({ keepsHistory });
  };
  if (choices.error) return <Fault error={choices.error} onRetry={() => void choices.refetch()} />;
  if (!choices.data) return <Waiting />;
  return (
    <div>
      <Choice
        kind="checkbox"
        label={m.account_privacy_history_label()}
        hint={m.account_privacy_history_hint()}
        checked={wanted ?? choices.data.keepsHistory}
        onChange={({ target }) => (target.checked ? keep(true) : setAsked(true))}
      />
      <Outcome
        fault={choose.error && explain(choose.error)}
        saved={choose.isSuccess ? m.account_privacy_saved() : null}
      />
      <Dialog title={m.account_privacy_forget_title()} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="mb-5">{m.account_privacy_forget_body()}</p>
        <div className="flex flex-wrap gap-3">
          <Button weight="risk" onClick={() => keep(false)}>
            {m.account_privacy_forget_act()}
          </Button>
          <Button onClick={() => setAsked(false)}>{m.account_privacy_forget_cancel()}</Button>
        </div>
      </Dialog>
    </div>
  );
}
