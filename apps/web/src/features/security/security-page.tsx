import { SettingsSection } from "@muejam/ui/settings-section";
import { Link } from "@tanstack/react-router";
import * as m from "#messages";
import { useTitle } from "../../lib/use-title.ts";
import { AddressSettings } from "./address-settings.tsx";
import { EventList } from "./event-list.tsx";
import { FactorSettings } from "./factor-settings.tsx";
import { PasswordSettings } from "./password-settings.tsx";

export function SecurityPage() {
  useTitle(`${m.security_title()} · MueJam`);
  return (
    <div className="max-w-160 pt-9">
      <Link to="/settings" className="link text-ui">
        {m.security_back()}
      </Link>
      <h1 className="display mt-2 mb-5 text-h1">{m.security_title()}</h1>
      <hr className="rule" />
      <SettingsSection id="password" title={m.security_password_title()} body={m.security_password_body()}>
        <PasswordSettings />
      </SettingsSection>
      <SettingsSection id="address" title={m.security_address_title()} body={m.security_address_body()}>
        <AddressSettings />
      </SettingsSection>
      <SettingsSection id="second-step" title={m.security_factor_title()} body={m.security_factor_body()}>
        <FactorSettings />
      </SettingsSection>
      <SettingsSection id="lately" title={m.security_events_title()} body={m.security_events_body()}>
        <EventList />
      </SettingsSection>
    </div>
  );
}
