import { TextSizeSteps } from "./text-size-steps.tsx";
import { ThemeChoices } from "./theme-choices.tsx";

/** How the whole app looks on this device. */
export const Appearance = () => (
  <>
    <ThemeChoices />
    <TextSizeSteps />
  </>
);
