import { useId, useState } from "react";
import { messages } from "./messages.ts";
import { chooseTheme, chosenTheme, type ThemeChoice as Choice, themes } from "./theme.ts";

export function ThemeChoice() {
  const name = useId();
  const [choice, setChoice] = useState(chosenTheme);

  const radio = (theme: Choice) => (
    <input
      type="radio"
      name={name}
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
  );
}
