import { Stepper } from "@muejam/ui/stepper";
import { messages } from "./messages.ts";
import { chooseTextSize, textSizes, useTextSize } from "./text-size.ts";

export function TextSizeSteps() {
  const words = messages.size;
  return (
    <div className="mt-3 grid max-w-76 grid-cols-[1fr_11rem] items-center gap-3 border-t border-line pt-4 text-ui">
      <span className="font-semibold">{words.title}</span>
      <Stepper values={textSizes} value={useTextSize()} onChoose={chooseTextSize} words={words} />
    </div>
  );
}
