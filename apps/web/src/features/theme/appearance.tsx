import { SettingsSection } from "@muejam/ui/settings-section";
import { m } from "#messages";
import { TextSizeSteps } from "./text-size-steps.tsx";
import { ThemeChoices } from "./theme-choices.tsx";

/** How the whole app looks on this device. */
export const Appearance = () => (
  <>
    <SettingsSection id="theme" title={m.theme_title()}>
      <ThemeChoices />
    </SettingsSection>
    <SettingsSection id="size" title={m.theme_size_title()}>
      <TextSizeSteps />
    </SettingsSection>
  </>
);
