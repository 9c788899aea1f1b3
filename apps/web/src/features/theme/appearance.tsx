import { SettingsSection } from "@muejam/ui/settings-section";
import { m } from "#messages";
import { TextSizeSteps } from "./text-size-steps.tsx";
import { ThemeChoices } from "./theme-choices.tsx";

export const Appearance = () => (
  <SettingsSection id="look" title={m.theme_here()} body={m.theme_here_body()}>
    <ThemeChoices />
    <TextSizeSteps />
  </SettingsSection>
);
