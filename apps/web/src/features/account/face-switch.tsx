import type { OwnProfile } from "@muejam/contracts/profile";
import { Choice } from "@muejam/ui/choice";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { Outcome } from "./outcome.tsx";

type FaceSwitchProps = {
  face: OwnProfile;
  part: "isFindable" | "isPresenceShown";
  label: string;
  hint: string;
};

/** What is so of a face or is not, as its owner wants it. */
export function FaceSwitch({ face, part, label, hint }: FaceSwitchProps) {
  const api = useApi();
  const cache = useQueryClient();
  // At once, in the very act: a box that answers a moment later looks as if it had refused.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = useMutation(
    api.profile.update.mutationOptions({
      scope: { id: "face" },
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
        label={label}
        hint={hint}
        checked={wanted ?? face[part]}
        onChange={({ target }) => {
          setWanted(target.checked);
          change.mutate({ id: face.id, [part]: target.checked });
        }}
      />
      <Outcome
        fault={change.error && explain(change.error)}
        saved={change.isSuccess ? m.account_privacy_saved() : null}
      />
    </div>
  );
}
