const signs = [
  /^#{1,6}\s+\S/m,
  /^>\s?\S/m,
  /^([-*+]|\d{1,9}[.)])\s+\S.*\n\s*([-*+]|\d{1,9}[.)])\s+\S/m,
  /^\s*([*_-])(\s*\1){2,}\s*$/m,
  /(^|[^\p{L}\p{N}\\*])(\*{1,3})(?=\S)[^*\n]+(?<=\S)\2(?![\p{L}\p{N}*])/mu,
  /(^|[^\p{L}\p{N}\\_])(_{1,3})(?=\S)[^_\n]+(?<=\S)\2(?![\p{L}\p{N}_])/mu,
  /~~(?=\S)[^~\n]+~~/,
  /\[[^\]\n]+\]\((https?:|mailto:)[^)\s]+\)/,
  /\[\^[^\]\s]+\]/,
  /^\|?.*\|.*\n\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/m,
];

/** Whether plain text was written to be read as Markdown. It may err: pasting can be undone step by step. */
export const looksLikeMarkdown = (text: string): boolean => signs.some((sign) => sign.test(text));

const isLineOfBlock = (line: string) =>
  /^\s*([>|#]|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]]+\]:|$)/.test(line) || line.includes("|");

/**
 * In Markdown a line goes on in the next. Where somebody ends a paragraph with each line, as most do who write in a
 * plain field, it must not: lines that are long, or never parted by an empty one, are paragraphs.
 */
export function partParagraphs(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const isWrapped = lines.some((line) => line.trim() === "") && lines.every((line) => line.length <= 100);
  if (isWrapped) return lines.join("\n");
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      return next === undefined || isLineOfBlock(line) || isLineOfBlock(next) ? line : `${line}\n`;
    })
    .join("\n");
}
