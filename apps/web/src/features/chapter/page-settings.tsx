import { Stepper } from "@muejam/ui/stepper";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { KeysChoice } from "./keys-choice.tsx";
import { type Aspect, choices, choose, useLook } from "./page-look.ts";

/** How the page is set, on this device. `themes` is the choice of its colours. */
export function PageSettings({ themes }: { themes: ReactNode }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={m.chapter_settings_open()}
        title={m.chapter_settings_open()}
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
          <span aria-hidden="true">{m.chapter_settings_names_edge()}</span>
          <Choices aspect="edge" isAcross />
        </div>
        <KeysChoice />
      </div>
    </>
  );
}

function Steps({ aspect }: { aspect: "size" | "width" | "leading" }) {
  return (
    <>
      <span>{names[aspect]()}</span>
      <Stepper
        values={choices[aspect]}
        value={useLook()[aspect]}
        onChoose={(value) => choose(aspect, value)}
        words={{ more: steps[aspect].more(), less: steps[aspect].less(), shown: values[aspect] }}
      />
    </>
  );
}

function Choices({ aspect, isAcross = false }: { aspect: Aspect & ("face" | "edge"); isAcross?: boolean }) {
  const name = useId();
  const chosen = useLook()[aspect];
  return (
    <fieldset className={isAcross ? "" : "mt-4"}>
      <legend className="sr-only">{names[aspect]()}</legend>
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
            {options[value]()}
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

const names = {
  size: m.chapter_settings_names_size,
  width: m.chapter_settings_names_width,
  leading: m.chapter_settings_names_leading,
  face: m.chapter_settings_names_face,
  edge: m.chapter_settings_names_edge,
};

const steps = {
  size: { less: m.chapter_settings_steps_size_less, more: m.chapter_settings_steps_size_more },
  width: { less: m.chapter_settings_steps_width_less, more: m.chapter_settings_steps_width_more },
  leading: { less: m.chapter_settings_steps_leading_less, more: m.chapter_settings_steps_leading_more },
};

const values = {
  size: (value: string) => formatNumber(Number(value)),
  width: (value: string) => m.chapter_settings_values_width({ value }),
  leading: (value: string) => formatNumber(Number(value) / 10 ** (value.length - 1)),
};

const options = {
  book: m.chapter_settings_options_book,
  ui: m.chapter_settings_options_ui,
  clear: m.chapter_settings_options_clear,
  ragged: m.chapter_settings_options_ragged,
  justified: m.chapter_settings_options_justified,
};
