import type { Me } from "@muejam/contracts/account";
import { SettingsSection } from "@muejam/ui/settings-section";
import { type ReactNode } from "react";
import * as m from "#messages";
import { useTitle } from "../../lib/use-title.ts";
import { MailSettings } from "./mail-settings.tsx";
import { ProfileSettings } from "./profile-settings.tsx";
import { ReadingSettings } from "./reading-settings.tsx";
import { SessionSettings } from "./session-settings.tsx";

const titles = {
  profile: m.account_settings_profile_title,
  reading: m.account_settings_reading_title,
  mail: m.account_settings_mail_title,
  appearance: m.account_settings_appearance_title,
  sessions: m.account_settings_sessions_title,
};
const parts = ["profile", "reading", "mail", "appearance", "sessions"] as const;

export function SettingsPage({ me, appearance }: { me: Me; appearance: ReactNode }) {
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  useTitle(`${m.account_settings_title()} · MueJam`);
  return (
    <div className="max-w-160 pt-9">
      <h1 className="display mb-5 text-h1">{m.account_settings_title()}</h1>
      <hr className="rule" />
      <nav aria-label={m.account_settings_ways()} className="flex flex-wrap gap-x-5 border-b border-line py-1 text-ui">
        {parts.map((part) => (
          <a key={part} href={`#${part}`} className="inline-flex min-h-(--hit) items-center text-ink-2 hover:underline">
            {titles[part]()}
          </a>
        ))}
      </nav>
      {face ? (
        <SettingsSection
          id="profile"
          title={m.account_settings_profile_title()}
          body={m.account_settings_profile_body({ name: face.displayName })}
        >
          {/* Another face has other words. */}
          <ProfileSettings key={face.id} face={face} />
        </SettingsSection>
      ) : null}
      <SettingsSection id="reading" title={m.account_settings_reading_title()} body={m.account_settings_reading_body()}>
        <ReadingSettings me={me} />
      </SettingsSection>
      <SettingsSection id="mail" title={m.account_settings_mail_title()}>
        <MailSettings />
      </SettingsSection>
      <SettingsSection
        id="appearance"
        title={m.account_settings_appearance_title()}
        body={m.account_settings_appearance_body()}
      >
        {appearance}
      </SettingsSection>
      <SettingsSection
        id="sessions"
        title={m.account_settings_sessions_title()}
        body={m.account_settings_sessions_body()}
      >
        <SessionSettings />
      </SettingsSection>
    </div>
  );
}
