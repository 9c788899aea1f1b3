import type { BackupCodes } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { CodeForm } from "./code-form.tsx";
import { messages } from "./messages.ts";
import type { ActOnFactor } from "./use-factor.ts";

const words = messages.factor;

type FactorGuardProps = {
  act: ActOnFactor;
  onRenewed: (codes: readonly string[]) => void;
  onRemoved: () => void;
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
        <Button onClick={() => setWish("renew")}>{words.renew.act}</Button>
        <Button onClick={() => setWish("remove")}>{words.remove.act}</Button>
      </div>
    );
  return (
    <div className="grid gap-3">
      <p>{words[wish].body}</p>
      <CodeForm
        key={wish}
        label={words.code.either}
        act={words[wish].confirm}
        send={wish === "renew" ? renew : remove}
        aside={<Button onClick={() => setWish(null)}>{words.cancel}</Button>}
      />
    </div>
  );
}
