import { messages } from "./messages.ts";
import { chooseTheme, themes } from "./theme.ts";

export const themeCommands = [...themes, "device" as const].map((theme) => ({
  name: messages.command(messages.names[theme]),
  run: () => chooseTheme(theme),
}));
