import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { messages } from "./messages.ts";

const words = messages.welcome;

type WelcomeActsProps = {
  act?: string;
  fault: { sentence: string; reference: string | undefined } | null;
  isBusy: boolean;
  onBack?: () => void;
  onSkip?: () => void;
};

/** Ends a step's form. */
export function WelcomeActs({ act = words.goOn, fault, isBusy, onBack, onSkip }: WelcomeActsProps) {
  return (
    <>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {act}
        </Button>
        {onBack ? <Button onClick={onBack}>{words.back}</Button> : null}
        {onSkip ? (
          <Button weight="text" onClick={onSkip}>
            {words.skip}
          </Button>
        ) : null}
      </div>
    </>
  );
}
