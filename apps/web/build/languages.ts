import { leftwards, longer } from "./pseudo.ts";

/** A build speaks one language: no message is chosen where it runs, and no other language is carried along. */
export type Language = {
  locale: string;
  /** Whose dates, numbers and plurals. */
  format: string;
  direction: "ltr" | "rtl";
  /** What becomes of an English message, where there is no catalogue of its own. */
  respell?: (text: string) => string;
};

export const english: Language = { locale: "en", format: "en-GB", direction: "ltr" };

const pseudo: readonly Language[] = [
  { locale: "en-XA", format: "el", direction: "ltr", respell: longer },
  { locale: "ar-XB", format: "ar-EG", direction: "rtl", respell: leftwards },
];

/** `vite build --mode en-XA` is longer than any English, `--mode ar-XB` is read from right to left; neither is for people. */
export const languageOf = (mode: string): Language => pseudo.find(({ locale }) => locale === mode) ?? english;
