const leftwards = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** Which way a text is read, by the script that its language is written in. */
export function directionOf(language: string): "ltr" | "rtl" {
  try {
    return leftwards.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

/** What a text in another language than the page's says of itself. */
export const inLanguage = (language: string) => ({ lang: language, dir: directionOf(language) });
