import type { ThemeChoice } from "./theme.ts";

export const messages: {
  open: string;
  title: string;
  names: Record<ThemeChoice, string>;
  command: (name: string) => string;
  size: { title: string; more: string; less: string; shown: (percent: string) => string };
} = {
  open: "Page theme",
  title: "Theme",
  names: { paper: "Paper", sepia: "Sepia", dark: "Dark", black: "Black", device: "Same as this device" },
  command: (name: string) => `Theme: ${name}`,
  size: {
    title: "Size of letters",
    more: "Larger letters",
    less: "Smaller letters",
    shown: (percent: string) => `${percent} %`,
  },
};
