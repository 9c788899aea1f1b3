import { m } from "#messages";
import { chooseTheme, themes } from "./theme.ts";
import { themeNames } from "./theme-names.ts";

export const themeCommands = [...themes, "device" as const].map((theme) => ({
  name: m.theme_command({ name: themeNames[theme]() }),
  run: () => chooseTheme(theme),
}));
