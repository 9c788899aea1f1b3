import type { ThemeChoice } from "./theme.ts";

export const messages: { open: string; title: string; names: Record<ThemeChoice, string> } = {
  open: "Page theme",
  title: "Theme",
  names: { paper: "Paper", sepia: "Sepia", dark: "Dark", black: "Black", device: "Same as this device" },
};
