import type { Me } from "@muejam/contracts/account";
import { SettingsSection } from "@muejam/ui/settings-section";
import { useState } from "react";
import { m } from "#messages";
import { formatDate, formatLanguage, formatNumber, inOrderOf } from "../../lib/format.ts";
import { languages } from "../../lib/languages.ts";
import { Outcome } from "./outcome.tsx";
import { usePreferences } from "./use-preferences.ts";

// Whoever reads a language reads it from wherever it comes.
const codes = inOrderOf(formatLanguage, [...new Set(languages.map((language) => language.split("-")[0] ?? language))]);

export function LanguageSettings({ me }: { me: Me }) {
  return (
    <>
      <SettingsSection id="read" title={m.account_language_read()} body={m.account_language_read_body()}>
        <LanguagesRead known={me.languages} />
      </SettingsSection>
      <SettingsSection id="spoken" title={m.account_language_spoken()} body={m.account_language_spoken_body()}>
        <p>{m.account_language_spoken_only()}</p>
        <p className="mt-1 text-ui text-ink-2">
          {m.account_language_spoken_sample({ day: formatDate("2026-03-07T12:00:00Z"), number: formatNumber(12_500) })}
        </p>
      </SettingsSection>
    </>
  );
}

function LanguagesRead({ known }: { known: readonly string[] }) {
  const [chosen, setChosen] = useState(known);
  const { set, isSaved, fault } = usePreferences();
  const choose = (wanted: string[]) => {
    setChosen(wanted);
    set({ languages: wanted }, undefined, () => setChosen(known));
  };
  return (
    <fieldset>
      <legend className="sr-only">{m.account_language_read()}</legend>
      <div className="flex flex-wrap gap-2.5">
        {codes.map((code) => (
          <label key={code} className="chip">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                choose(codes.filter((one) => (one === code ? target.checked : chosen.includes(one))))
              }
              className="chip-box"
            />
            {formatLanguage(code)}
          </label>
        ))}
      </div>
      <p className="mt-3 text-small text-ink-3">
        {chosen.length === 0 ? m.account_language_read_all() : m.account_language_read_some()}
      </p>
      <Outcome fault={fault} saved={isSaved ? m.account_settings_reading_saved() : null} />
    </fieldset>
  );
}
