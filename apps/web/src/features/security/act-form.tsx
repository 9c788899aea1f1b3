import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import type { ComponentProps, ReactNode } from "react";

type ActFormProps = {
  form: ComponentProps<"form">;
  fault: { sentence: string; reference: string | undefined } | null;
  isBusy: boolean;
  act: string;
  /** Beside the button. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Some fields and the one thing that they are for. */
export function ActForm({ form, fault, isBusy, act, aside, children }: ActFormProps) {
  return (
    <form {...form} className="grid max-w-96 gap-3">
      {children}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {act}
        </Button>
        {aside}
      </div>
    </form>
  );
}
