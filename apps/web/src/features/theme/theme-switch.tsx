import { useEffect, useId, useState } from "react";
import { messages } from "./messages.ts";
import { chooseTheme, chosenTheme, followDevice, type ThemeChoice, themes } from "./theme.ts";

/** The popover is the browser's own: it closes on Escape or a press outside, and gives focus back. */
export function ThemeSwitch() {
  const id = useId();
  const [choice, setChoice] = useState(chosenTheme);
  useEffect(followDevice, []);

  const radio = (theme: ThemeChoice) => (
    <input
      type="radio"
      name={id}
      value={theme}
      checked={choice === theme}
      onChange={() => {
        setChoice(theme);
        chooseTheme(theme);
      }}
      className={theme === "device" ? "size-4.5 accent-bottle" : "swatch-radio"}
    />
  );

  return (
    <>
      <button type="button" popoverTarget={id} aria-label={messages.open} title={messages.open} className="bar-button">
        <span aria-hidden="true">A</span>
        <span aria-hidden="true">A</span>
      </button>
      <div id={id} popover="auto" className="bar-popover [--ring:var(--bottle)]">
        <fieldset>
          <legend className="mb-3 text-ui font-semibold">{messages.title}</legend>
          <div className="grid grid-cols-4 gap-2.5">
            {themes.map((theme) => (
              <label
                key={theme}
                className="relative block cursor-pointer text-center text-small text-ink-2 has-checked:font-semibold has-checked:text-ink"
              >
                {radio(theme)}
                <span aria-hidden="true" data-theme={theme} className="swatch">
                  Ag
                </span>
                {messages.names[theme]}
              </label>
            ))}
          </div>
          <label className="mt-3 flex min-h-(--hit) cursor-pointer items-center gap-2.5 text-ui">
            {radio("device")}
            {messages.names.device}
          </label>
        </fieldset>
      </div>
    </>
  );
}
