/** How wide Besley 600 sets each letter, in thousandths of its size, from U+0020 on. */
const ascii = [
  300, 343, 436, 660, 680, 1060, 885, 230, 463, 463, 635, 530, 283, 460, 261, 520, 618, 548, 613, 556, 575, 556, 585,
  547, 565, 585, 235, 254, 560, 560, 560, 561, 1087, 887, 778, 823, 852, 782, 750, 893, 923, 459, 627, 902, 743, 1086,
  899, 854, 723, 854, 826, 693, 786, 869, 887, 1213, 885, 815, 771, 349, 520, 349, 545, 560, 395, 599, 669, 568, 669,
  572, 412, 627, 686, 363, 325, 663, 349, 972, 704, 592, 667, 657, 534, 526, 394, 692, 609, 886, 624, 647, 554, 302,
  300, 296, 688,
];
const beyond: Record<string, number> = {
  "‘": 273,
  "’": 273,
  "“": 506,
  "”": 506,
  "–": 716,
  "—": 1062,
  "…": 708,
  ß: 810,
  ø: 593,
  Ø: 854,
  æ: 899,
  Æ: 1301,
  œ: 972,
  Œ: 1243,
};

/** Scripts that Besley does not have fall to a system face: their widths are wide guesses. */
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const joined = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export const isSquare = (letter: string): boolean => square.test(letter);
export const isJoined = (text: string): boolean => joined.test(text);

/** Marks stand over their letters. The same on every machine, where fonts are not. */
export function advanceOf(letter: string): number {
  if (/^\p{M}/u.test(letter)) return 0;
  const base = letter.normalize("NFD").codePointAt(0) ?? 0;
  return ascii[base - 32] ?? beyond[letter] ?? (isSquare(letter) ? 1000 : isJoined(letter) ? 560 : 760);
}
