import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import type { ComponentProps, ReactNode } from "react";

type AccountFormProps = {
  form: ComponentProps<"form">;
  fault: { sentence: string; reference: string | undefined } | null;
  isBusy: boolean;
  act: string;
  children: ReactNode;
};

export function AccountForm({ form, fault, isBusy, act, children }: AccountFormProps) {
  return (
    <form {...form} className="grid gap-2">
      {children}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <Button type="submit" weight="main" isBusy={isBusy} className="mt-1 min-h-11.5 w-full text-talk">
        {act}
      </Button>
    </form>
  );
}
