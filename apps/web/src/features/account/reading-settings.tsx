import type { Me } from "@muejam/contracts/account";
import type { Genre } from "@muejam/contracts/tag";
import { Choice } from "@muejam/ui/choice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { GenreChips } from "./genre-chips.tsx";
import { Outcome } from "./outcome.tsx";
import { usePreferences } from "./use-preferences.ts";

export function ReadingSettings({ me }: { me: Me }) {
  return (
    <>
      <SettingsSection id="genres" title={m.account_genres_title()} body={m.account_genres_body()}>
        <GenreSettings interests={me.interests} />
      </SettingsSection>
      <SettingsSection id="adults" title={m.account_settings_reading_mature()}>
        {me.isAdult ? <MatureSwitch showsMature={me.showsMature} /> : <MatureRefused isOnboarded={me.isOnboarded} />}
      </SettingsSection>
    </>
  );
}

function GenreSettings({ interests }: { interests: Genre[] }) {
  const [chosen, setChosen] = useState(interests);
  const { set, isSaved, fault } = usePreferences();
  const choose = (genres: Genre[]) => {
    setChosen(genres);
    set({ interests: genres }, undefined, () => setChosen(interests));
  };
  return (
    <div>
      <GenreChips chosen={chosen} onChange={choose} />
      <Outcome fault={fault} saved={isSaved ? m.account_settings_reading_saved() : null} />
    </div>
  );
}

function MatureSwitch({ showsMature }: { showsMature: boolean }) {
  // At once, in the very act: a box that answers a moment later looks as if it had refused.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { set, isBusy, isSaved, fault } = usePreferences();
  const forget = () => setWanted(null);
  const change = (isShown: boolean) => {
    if (isBusy) return;
    setWanted(isShown);
    set({ showsMature: isShown }, forget, forget);
  };
  return (
    <div>
      <Choice
        kind="checkbox"
        label={m.account_settings_reading_mature_label()}
        hint={m.account_settings_reading_mature_hint()}
        checked={wanted ?? showsMature}
        onChange={({ target }) => change(target.checked)}
      />
      <Outcome fault={fault} saved={isSaved ? m.account_settings_reading_saved() : null} />
    </div>
  );
}

function MatureRefused({ isOnboarded }: { isOnboarded: boolean }) {
  const hint = isOnboarded ? m.account_settings_reading_mature_too_young() : m.account_settings_reading_mature_no_day();
  return (
    <div>
      <Choice kind="checkbox" label={m.account_settings_reading_mature_label()} hint={hint} checked={false} disabled />
      {isOnboarded ? null : (
        <Link to="/welcome" search={{ step: "birth", next: "/settings/reading" }} className="link ms-7 text-ui">
          {m.account_settings_reading_mature_give_day()}
        </Link>
      )}
    </div>
  );
}
