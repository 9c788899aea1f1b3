import { m } from "#messages";
import type { ThemeChoice } from "./theme.ts";

export const themeNames: Record<ThemeChoice, () => string> = {
  paper: m.theme_names_paper,
  sepia: m.theme_names_sepia,
  dark: m.theme_names_dark,
  black: m.theme_names_black,
  device: m.theme_names_device,
};
