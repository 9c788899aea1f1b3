/** The words at a place, as far as they are known. */
export const quoted = (words: string, isWithin: boolean): string =>
  `${isWithin ? "… " : ""}${words}${/[.!?…’”"»。！？」]$/u.test(words) ? "" : " …"}`;
