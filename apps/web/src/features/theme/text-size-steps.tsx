import { Stepper } from "@muejam/ui/stepper";
import { m } from "#messages";
import { chooseTextSize, textSizes, useTextSize } from "./text-size.ts";

export function TextSizeSteps() {
  return (
    <div className="mt-3 grid max-w-76 grid-cols-[1fr_11rem] items-center gap-3 border-t border-line pt-4 text-ui">
      <span className="font-semibold">{m.theme_size_title()}</span>
      <Stepper
        values={textSizes}
        value={useTextSize()}
        onChoose={chooseTextSize}
        words={{
          more: m.theme_size_more(),
          less: m.theme_size_less(),
          shown: (percent) => m.theme_size_shown({ percent }),
        }}
      />
    </div>
  );
}
