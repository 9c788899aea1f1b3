import { SettingsSection } from "@muejam/ui/settings-section";
import { Link } from "@tanstack/react-router";
import { useTitle } from "../../lib/use-title.ts";
import { AddressSettings } from "./address-settings.tsx";
import { EventList } from "./event-list.tsx";
import { FactorSettings } from "./factor-settings.tsx";
import { messages } from "./messages.ts";
import { PasswordSettings } from "./password-settings.tsx";

export function SecurityPage() {
  const { title, back, password, address, factor, events } = messages;
  useTitle(`${title} · MueJam`);
  return (
    <div className="max-w-160 pt-9">
      <Link to="/settings" className="link text-ui">
        {back}
      </Link>
      <h1 className="display mt-2 mb-5 text-h1">{title}</h1>
      <hr className="rule" />
      <SettingsSection id="password" title={password.title} body={password.body}>
        <PasswordSettings />
      </SettingsSection>
      <SettingsSection id="address" title={address.title} body={address.body}>
        <AddressSettings />
      </SettingsSection>
      <SettingsSection id="second-step" title={factor.title} body={factor.body}>
        <FactorSettings />
      </SettingsSection>
      <SettingsSection id="lately" title={events.title} body={events.body}>
        <EventList />
      </SettingsSection>
    </div>
  );
}
