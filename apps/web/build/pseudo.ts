const accents = spelling("aeiouycnsAEIOUYCNS", "áéíóúýçñšÁÉÍÓÚÝÇÑŠ");
const arabic = spelling("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوپقرستذضظخطز");

/** "[Síígñ ííñ]": every vowel twice, so that a word is some 40 % longer, with signs over it and brackets at its ends. */
export const longer = (text: string): string =>
  `[${text.replace(/[aeiouAEIOU]/g, (vowel) => vowel + vowel.toLowerCase()).replace(/[a-z]/gi, accents)}]`;

/** Letters of Arabic for those of English, one for one: no language, but read like one. */
export const leftwards = (text: string): string => text.toLowerCase().replace(/[a-z]/g, arabic);

type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> };

/** A catalogue with its words respelled; names, inputs and conditions stay as they are. */
export function respell(catalogue: string, spell: (text: string) => string): string {
  const messages: Record<string, string | Variants[]> = JSON.parse(catalogue);
  const spellAll = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, aroundInputs(text, spell)]));
  const respelled = Object.entries(messages).map(([name, message]) => [
    name,
    typeof message === "string"
      ? aroundInputs(message, spell)
      : message.map(({ match, ...rest }) => ({ ...rest, match: spellAll(match) })),
  ]);
  return JSON.stringify(Object.fromEntries(respelled));
}

/** Brackets stand around the whole, inputs and escapes stay. */
function aroundInputs(text: string, spell: (text: string) => string): string {
  const kept: string[] = [];
  const bare = text.replace(/\\.|\{\w+\}/g, (input) => {
    kept.push(input);
    return "\0";
  });
  return spell(bare).replaceAll("\0", () => kept.shift() ?? "");
}

function spelling(from: string, to: string): (letter: string) => string {
  const letters = new Map(from.split("").map((letter, index) => [letter, to.charAt(index)]));
  return (letter) => letters.get(letter) ?? letter;
}
