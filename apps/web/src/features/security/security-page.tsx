import { SettingsSection } from "@muejam/ui/settings-section";
import type { ReactNode } from "react";
import { m } from "#messages";
import { AddressSettings } from "./address-settings.tsx";
import { EventList } from "./event-list.tsx";
import { FactorSettings } from "./factor-settings.tsx";
import { PasskeySettings } from "./passkey-settings.tsx";
import { PasswordSettings } from "./password-settings.tsx";
import { ProviderSettings } from "./provider-settings.tsx";

/** `guards`: what stands in the place of ours where another issuer signs people in. */
export function SecurityPage({ guards = <OwnGuards /> }: { guards?: ReactNode }) {
  return (
    <>
      {guards}
      <SettingsSection id="lately" title={m.security_events_title()} body={m.security_events_body()}>
        <EventList />
      </SettingsSection>
    </>
  );
}

function OwnGuards() {
  return (
    <>
      <SettingsSection id="password" title={m.security_password_title()} body={m.security_password_body()}>
        <PasswordSettings />
      </SettingsSection>
      <SettingsSection id="address" title={m.security_address_title()} body={m.security_address_body()}>
        <AddressSettings />
      </SettingsSection>
      <SettingsSection id="passkeys" title={m.security_passkeys_title()} body={m.security_passkeys_body()}>
        <PasskeySettings />
      </SettingsSection>
      <ProviderSettings />
      <SettingsSection id="second-step" title={m.security_factor_title()} body={m.security_factor_body()}>
        <FactorSettings />
      </SettingsSection>
    </>
  );
}
