import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";

type WelcomeActsProps = {
  act?: string;
  fault: { sentence: string; reference: string | undefined } | null;
  isBusy: boolean;
  onBack?: () => void;
  onSkip?: () => void;
};

/** Ends a step's form. */
export function WelcomeActs({ act = m.account_welcome_go_on(), fault, isBusy, onBack, onSkip }: WelcomeActsProps) {
  return (
    <>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {act}
        </Button>
        {onBack ? <Button onClick={onBack}>{m.account_welcome_back()}</Button> : null}
        {onSkip ? (
          <Button weight="text" onClick={onSkip}>
            {m.account_welcome_skip()}
          </Button>
        ) : null}
      </div>
    </>
  );
}
