import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import type { usePasskey } from "./use-passkey.ts";

export function PasskeyButton({ isOffered, error, ask }: ReturnType<typeof usePasskey>) {
  if (!isOffered) return null;
  const fault = error ? explain(error) : null;
  return (
    <div className="mt-3 grid gap-3">
      <Button onClick={ask} className="min-h-11.5 w-full text-talk">
        {m.sign_in_passkey_act()}
      </Button>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </div>
  );
}
