const leftwards = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** The script that a language is written in. */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? "Latn";
  } catch {
    return "Latn";
  }
}

/** Which way a text is read. */
export const directionOf = (language: string): "ltr" | "rtl" => (leftwards.has(scriptOf(language)) ? "rtl" : "ltr");

/** What a text in another language than the page's says of itself. */
export const inLanguage = (language: string) => ({ lang: language, dir: directionOf(language) });
