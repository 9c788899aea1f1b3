/** First letters of the first and the last word, whatever the script. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s_]+/u).filter(Boolean);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends
    .map((word) => /^.\p{M}*/u.exec(word ?? "")?.[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
