import type { BackupCodes } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { CodeForm } from "./code-form.tsx";
import type { ActOnFactor } from "./use-factor.ts";

type FactorGuardProps = {
  act: ActOnFactor;
  onRenewed: (codes: readonly string[]) => void;
  onRemoved: () => void;
};

const words = {
  renew: { body: m.security_factor_renew_body, confirm: m.security_factor_renew_confirm },
  remove: { body: m.security_factor_remove_body, confirm: m.security_factor_remove_confirm },
};

/** What guards an account is changed with a code. */
export function FactorGuard({ act, onRenewed, onRemoved }: FactorGuardProps) {
  const [wish, setWish] = useState<"renew" | "remove" | null>(null);
  const renew = async (code: string) => {
    const { codes }: BackupCodes = await (await act("backup-codes", { code })).json();
    onRenewed(codes);
  };
  const remove = async (code: string) => {
    await act("remove", { code });
    onRemoved();
  };
  if (wish === null)
    return (
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setWish("renew")}>{m.security_factor_renew_act()}</Button>
        <Button weight="risk" onClick={() => setWish("remove")}>
          {m.security_factor_remove_act()}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-3">
      <p>{words[wish].body()}</p>
      <CodeForm
        key={wish}
        label={m.security_factor_code_either()}
        act={words[wish].confirm()}
        send={wish === "renew" ? renew : remove}
        aside={<Button onClick={() => setWish(null)}>{m.security_factor_cancel()}</Button>}
      />
    </div>
  );
}
