import { formatLanguage, inOrderOf } from "./format.ts";

/** The languages that most is written in, as BCP 47 names them, in the order of their names. */
export const languages = inOrderOf(formatLanguage, [
  ..."ar bn cs cy da de el en en-GB en-US es fa fi fr ga gd he hi hu id it ja ko ms nl no pl pt pt-BR ro ru".split(" "),
  ..."sv sw ta th tr uk ur vi yo zh-Hans zh-Hant".split(" "),
]);
