import { Stepper } from "@muejam/ui/stepper";
import { type ReactNode, useId } from "react";
import { KeysChoice } from "./keys-choice.tsx";
import { messages } from "./messages.ts";
import { type Aspect, choices, choose, useLook } from "./page-look.ts";

/** How the page is set, on this device. `themes` is the choice of its colours. */
export function PageSettings({ themes }: { themes: ReactNode }) {
  const id = useId();
  const words = messages.settings;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={words.open}
        title={words.open}
        className="reading-act font-display"
      >
        <span aria-hidden="true" className="text-lead/none font-medium">
          <small className="text-small">A</small>A
        </span>
      </button>
      <div id={id} popover="auto" className="bar-popover page-settings [--ring:var(--bottle)]">
        {themes}
        <Choices aspect="face" />
        <div className="mt-4 grid grid-cols-[92px_minmax(0,1fr)] items-center gap-y-1.5 text-ui">
          <Steps aspect="size" />
          <Steps aspect="width" />
          <Steps aspect="leading" />
          <span aria-hidden="true">{words.names.edge}</span>
          <Choices aspect="edge" isAcross />
        </div>
        <KeysChoice />
      </div>
    </>
  );
}

function Steps({ aspect }: { aspect: "size" | "width" | "leading" }) {
  const words = messages.settings;
  return (
    <>
      <span>{words.names[aspect]}</span>
      <Stepper
        values={choices[aspect]}
        value={useLook()[aspect]}
        onChoose={(value) => choose(aspect, value)}
        words={{ ...words.steps[aspect], shown: words.values[aspect] }}
      />
    </>
  );
}

function Choices({ aspect, isAcross = false }: { aspect: Aspect & ("face" | "edge"); isAcross?: boolean }) {
  const name = useId();
  const words = messages.settings;
  const chosen = useLook()[aspect];
  return (
    <fieldset className={isAcross ? "" : "mt-4"}>
      <legend className="sr-only">{words.names[aspect]}</legend>
      <div className={isAcross ? "choices choices-across" : "choices text-talk"}>
        {choices[aspect].map((value) => (
          <label key={value} className={aspect === "face" ? `face-${value}-sample` : ""}>
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              onChange={() => choose(aspect, value)}
              className="sr-only"
            />
            {words.options[value]}
            {value === chosen && !isAcross ? (
              <span aria-hidden="true" className="ms-auto text-bottle">
                ✓
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
