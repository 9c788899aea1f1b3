import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { BackupCodeList } from "./backup-code-list.tsx";
import { FactorGuard } from "./factor-guard.tsx";
import { FactorSetUp } from "./factor-set-up.tsx";
import { useFactor } from "./use-factor.ts";
import { useLookAgain } from "./use-look-again.ts";

export function FactorSettings() {
  const { factor, error, look, act } = useFactor();
  const lookAgain = useLookAgain();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState("");
  const changed = (next: readonly string[] | null, saying = "") => {
    setCodes(next);
    setSaid(saying);
    look();
    lookAgain();
  };
  if (codes) return <BackupCodeList codes={codes} onKept={() => setCodes(null)} />;
  if (factor)
    return (
      <div className="grid justify-items-start gap-4">
        <p role="status">
          {said ||
            (factor.since === null
              ? m.security_factor_is_off()
              : `${m.security_factor_is_on({ since: formatDay(factor.since) })} ${m.security_factor_codes_left({ count: factor.codesLeft })}`)}
        </p>
        {factor.since === null ? (
          <FactorSetUp act={act} onDone={changed} />
        ) : (
          <FactorGuard act={act} onRenewed={changed} onRemoved={() => changed(null, m.security_factor_removed())} />
        )}
      </div>
    );
  if (!error) return <Waiting />;
  const { sentence, reference } = explain(error);
  return (
    <div className="grid justify-items-start gap-4">
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button onClick={look}>{m.security_retry()}</Button>
    </div>
  );
}
