import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useState } from "react";
import { m } from "#messages";
import { hasPasskeys } from "../../lib/passkeys.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { PasskeyAdd } from "./passkey-add.tsx";
import { PasskeyRow } from "./passkey-row.tsx";
import { useFactor } from "./use-factor.ts";
import { useLookAgain } from "./use-look-again.ts";
import { usePasskeys } from "./use-passkeys.ts";
import { useProof } from "./use-proof.tsx";

export function PasskeySettings() {
  const { proven, dialog } = useProof();
  const { passkeys, error, look, add, rename, remove } = usePasskeys(proven);
  const { factor } = useFactor();
  const lookAgain = useLookAgain();
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState("");
  const changed = (saying: string) => {
    setAdding(false);
    setSaid(saying);
    look();
    lookAgain();
  };
  const fault = error ? explain(error) : null;
  if (fault) return <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>;
  if (!passkeys) return <Waiting />;
  return (
    <div className="grid justify-items-start gap-4">
      {passkeys.length === 0 ? (
        <p>{m.security_passkeys_none()}</p>
      ) : (
        <ul className="w-full">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              {...{ passkey, rename, remove }}
              onRenamed={() => changed(m.security_passkeys_renamed())}
              onRemoved={() => changed(m.security_passkeys_removed())}
            />
          ))}
        </ul>
      )}
      <p role="status" className="text-small text-ink-2 empty:sr-only">
        {said}
      </p>
      {isAdding ? (
        <PasskeyAdd
          isGuarded={Boolean(factor?.since)}
          add={add}
          onDone={() => changed(m.security_passkeys_added())}
          onCancel={() => setAdding(false)}
        />
      ) : hasPasskeys() ? (
        <Button onClick={() => setAdding(true)}>{m.security_passkeys_add()}</Button>
      ) : (
        <p className="text-small text-ink-3">{m.security_passkeys_unable()}</p>
      )}
      {dialog}
    </div>
  );
}
