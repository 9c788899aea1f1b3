import type { FactorBegun } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import type { ActOnFactor } from "./use-factor.ts";
import { useProof } from "./use-proof.tsx";

const FactorConfirm = lazy(async () => ({ default: (await import("./factor-confirm.tsx")).FactorConfirm }));

type FactorSetUpProps = { act: ActOnFactor; onDone: (codes: readonly string[]) => void };

/** The app gets a secret, then gives a code that proves that it has it. */
export function FactorSetUp({ act, onDone }: FactorSetUpProps) {
  const { proven, dialog } = useProof();
  const { data, error, isPending, mutate, reset } = useMutation({
    mutationFn: async (): Promise<FactorBegun> => (await proven(() => act("begin", {}))).json(),
    networkMode: "always",
  });
  if (data)
    return (
      <Suspense fallback={<Waiting />}>
        <FactorConfirm begun={data} act={act} onDone={onDone} onCancel={reset} />
      </Suspense>
    );
  const fault = error ? explain(error) : null;
  return (
    <>
      <Button isBusy={isPending} onClick={() => mutate()}>
        {m.security_factor_begin()}
      </Button>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {dialog}
    </>
  );
}
