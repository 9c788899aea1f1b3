import type { BackupCodes, FactorBegun } from "@muejam/contracts/second-factor";
import { Button } from "@muejam/ui/button";
import { Skeleton } from "@muejam/ui/skeleton";
import { lazy, Suspense } from "react";
import { m } from "#messages";
import { CodeForm } from "./code-form.tsx";
import type { ActOnFactor } from "./use-factor.ts";

const QrCode = lazy(() => import("./qr-code.tsx").then((file) => ({ default: file.QrCode })));

type FactorConfirmProps = {
  begun: FactorBegun;
  act: ActOnFactor;
  onDone: (codes: readonly string[]) => void;
  onCancel: () => void;
};

export function FactorConfirm({ begun, act, onDone, onCancel }: FactorConfirmProps) {
  const { ticket, secret, uri } = begun;
  const confirm = async (code: string) => {
    const { codes }: BackupCodes = await (await act("confirm", { ticket, code })).json();
    onDone(codes);
  };
  return (
    <div className="grid justify-items-start gap-4">
      <p>{m.security_factor_scan()}</p>
      <Suspense fallback={<Skeleton className="size-52" />}>
        <QrCode text={uri} label={m.security_factor_picture()} />
      </Suspense>
      <p className="text-ui">
        {m.security_factor_or_type()}{" "}
        <code className="block font-semibold wrap-anywhere">{secret.match(/.{4}/g)?.join(" ")}</code>
      </p>
      <a href={uri} className="link text-ui">
        {m.security_factor_same_device()}
      </a>
      <CodeForm
        label={m.security_factor_code_label()}
        act={m.security_factor_confirm()}
        isOfApp
        send={confirm}
        aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
      />
    </div>
  );
}
