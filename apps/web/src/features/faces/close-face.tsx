import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

export function CloseFace({ face: { id, displayName, handle } }: { face: OwnProfile }) {
  const { profile } = useApi();
  const { actAs } = useSession();
  const [isAsked, setAsked] = useState(false);
  const close = useMutation(
    profile.close.mutationOptions({
      // Whoever speaks next is the oldest that is left; with this one, everything would be refused.
      onSuccess: () => actAs(null),
    }),
  );
  const leave = () => {
    setAsked(false);
    close.reset();
  };
  return (
    <>
      <Button weight="risk" onClick={() => setAsked(true)}>
        {m.faces_close_open({ name: displayName })}
      </Button>
      <Dialog title={m.faces_close_title({ name: displayName })} isOpen={isAsked} onClose={leave}>
        <p className="mb-4 text-body text-ink-2 wrap-anywhere">{m.faces_close_sure({ handle })}</p>
        <ActFault error={close.error} />
        <div className="mt-3 flex flex-wrap gap-3">
          <Button weight="risk" isBusy={close.isPending} onClick={() => close.mutate({ id })}>
            {m.faces_close_act()}
          </Button>
          <Button onClick={leave}>{m.faces_close_cancel()}</Button>
        </div>
      </Dialog>
    </>
  );
}
