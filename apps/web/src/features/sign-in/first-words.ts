/** There is room for about so many letters. */
const roomFor = 130;

/** The sentences that a chapter begins with, as many as there is room for, and one at least. What stands behind a notice is none of them. */
export function firstWords(html: string): string {
  const paragraph = new DOMParser().parseFromString(html, "text/html").querySelector("body > p");
  const text = (paragraph?.textContent ?? "").trim();
  let words = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
    if (words !== "" && words.length + segment.trimEnd().length > roomFor) break;
    words += segment;
  }
  return words.trim();
}
