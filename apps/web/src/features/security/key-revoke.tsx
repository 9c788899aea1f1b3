import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

type KeyRevokeProps = { name: string; isOpen: boolean; onClose: () => void; onRevoke: () => Promise<void> };

export function KeyRevoke({ name, isOpen, onClose, onRevoke }: KeyRevokeProps) {
  const act = useMutation({ mutationFn: onRevoke, networkMode: "always" });
  return (
    <Dialog title={m.security_keys_revoke_title({ name })} isOpen={isOpen} onClose={onClose}>
      <p className="mb-4">{m.security_keys_revoke_body()}</p>
      {act.error ? <FaultNotice>{explain(act.error).sentence}</FaultNotice> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button weight="risk" isBusy={act.isPending} onClick={() => act.mutate()}>
          {m.security_keys_revoke_act()}
        </Button>
        <Button onClick={onClose}>{m.security_factor_cancel()}</Button>
      </div>
    </Dialog>
  );
}
