import type { Me } from "@muejam/contracts/account";
import { SettingsSection } from "@muejam/ui/settings-section";
import { type ReactNode } from "react";
import { useTitle } from "../../lib/use-title.ts";
import { MailSettings } from "./mail-settings.tsx";
import { messages } from "./messages.ts";
import { ProfileSettings } from "./profile-settings.tsx";
import { ReadingSettings } from "./reading-settings.tsx";
import { SessionSettings } from "./session-settings.tsx";

const words = messages.settings;
const parts = ["profile", "reading", "mail", "appearance", "sessions"] as const;

export function SettingsPage({ me, appearance }: { me: Me; appearance: ReactNode }) {
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  useTitle(`${words.title} · MueJam`);
  return (
    <div className="max-w-160 pt-9">
      <h1 className="display mb-5 text-h1">{words.title}</h1>
      <hr className="rule" />
      <nav aria-label={words.ways} className="flex flex-wrap gap-x-5 border-b border-line py-1 text-ui">
        {parts.map((part) => (
          <a key={part} href={`#${part}`} className="inline-flex min-h-(--hit) items-center text-ink-2 hover:underline">
            {words[part].title}
          </a>
        ))}
      </nav>
      {face ? (
        <SettingsSection id="profile" title={words.profile.title} body={words.profile.body(face.displayName)}>
          {/* Another face has other words. */}
          <ProfileSettings key={face.id} face={face} />
        </SettingsSection>
      ) : null}
      <SettingsSection id="reading" title={words.reading.title} body={words.reading.body}>
        <ReadingSettings me={me} />
      </SettingsSection>
      <SettingsSection id="mail" title={words.mail.title}>
        <MailSettings />
      </SettingsSection>
      <SettingsSection id="appearance" title={words.appearance.title} body={words.appearance.body}>
        {appearance}
      </SettingsSection>
      <SettingsSection id="sessions" title={words.sessions.title} body={words.sessions.body}>
        <SessionSettings />
      </SettingsSection>
    </div>
  );
}
