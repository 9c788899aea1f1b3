import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";

/** Whoever waits is let in when it is switched off, which is asked first. */
export function FollowersOnlySwitch({ isOn, areWaiting }: { isOn: boolean; areWaiting: boolean }) {
  const { social } = useApi();
  const cache = useQueryClient();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [isAsked, setAsked] = useState(false);
  const set = useMutation(
    social.setFollowersOnly.mutationOptions({
      onSuccess: () => cache.invalidateQueries(),
      onSettled: () => setWanted(null),
    }),
  );
  const put = (isFollowersOnly: boolean) => {
    if (set.isPending) return;
    setAsked(false);
    setWanted(isFollowersOnly);
    set.mutate({ isFollowersOnly });
  };
  return (
    <div>
      <Choice
        kind="checkbox"
        label={m.reach_only_label()}
        hint={m.reach_only_hint()}
        checked={wanted ?? isOn}
        onChange={({ target }) => (areWaiting && !target.checked ? setAsked(true) : put(target.checked))}
      />
      <p role="status" className="min-h-4.5 text-small text-ink-2">
        {set.isSuccess ? m.reach_only_saved() : null}
      </p>
      <ActFault error={set.error} />
      <Dialog title={m.reach_only_off_title()} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="max-w-120 text-ui text-ink-2">{m.reach_only_off_body()}</p>
        <p className="mt-5 flex flex-wrap gap-3">
          <Button weight="main" onClick={() => put(false)}>
            {m.reach_only_off_yes()}
          </Button>
          <Button onClick={() => setAsked(false)}>{m.reach_only_off_no()}</Button>
        </p>
      </Dialog>
    </div>
  );
}
