import type { OwnProfile } from "@muejam/contracts/profile";
import { Choice } from "@muejam/ui/choice";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { Outcome } from "./outcome.tsx";

export function FindableSwitch({ face: { id, isFindable } }: { face: OwnProfile }) {
  const api = useApi();
  const cache = useQueryClient();
  // At once, in the very act: a box that answers a moment later looks as if it had refused.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = useMutation(
    api.profile.update.mutationOptions({
      scope: { id: "findable" },
      onSettled: () => setWanted(null),
      onSuccess: (changed) =>
        cache.setQueryData(
          api.account.me.queryKey(),
          (me) =>
            me && { ...me, profiles: me.profiles.map((profile) => (profile.id === changed.id ? changed : profile)) },
        ),
    }),
  );
  return (
    <div>
      <Choice
        kind="checkbox"
        label={m.account_privacy_findable_label()}
        hint={m.account_privacy_findable_hint()}
        checked={wanted ?? isFindable}
        onChange={({ target }) => {
          setWanted(target.checked);
          change.mutate({ id, isFindable: target.checked });
        }}
      />
      <Outcome
        fault={change.error && explain(change.error)}
        saved={change.isSuccess ? m.account_privacy_saved() : null}
      />
    </div>
  );
}
