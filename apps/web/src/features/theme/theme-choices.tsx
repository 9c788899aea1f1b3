import { useEffect, useId, useSyncExternalStore } from "react";
import { m } from "#messages";
import { chooseTheme, chosenTheme, followDevice, onThemeChosen, type ThemeChoice, themes } from "./theme.ts";
import { themeNames } from "./theme-names.ts";

export function ThemeChoices() {
  const id = useId();
  useEffect(followDevice, []);
  const choice = useSyncExternalStore<ThemeChoice>(onThemeChosen, chosenTheme, () => "device");
  const radio = (theme: ThemeChoice) => (
    <input
      type="radio"
      name={id}
      value={theme}
      checked={choice === theme}
      onChange={() => chooseTheme(theme)}
      className={theme === "device" ? "size-4.5 accent-bottle" : "swatch-radio"}
    />
  );
  return (
    <fieldset className="max-w-76 [--ring:var(--bottle)]">
      <legend className="mb-3 text-ui font-semibold">{m.theme_title()}</legend>
      <div className="grid grid-cols-4 gap-2.5">
        {themes.map((theme) => (
          <label
            key={theme}
            className="relative block cursor-pointer text-center text-small text-ink-2 has-checked:font-semibold has-checked:text-ink"
          >
            {radio(theme)}
            <span aria-hidden="true" data-theme={theme} className="swatch">
              {m.theme_sample()}
            </span>
            {themeNames[theme]()}
          </label>
        ))}
      </div>
      <label className="mt-3 flex min-h-(--hit) cursor-pointer items-center gap-2.5 text-ui">
        {radio("device")}
        {themeNames.device()}
      </label>
    </fieldset>
  );
}
