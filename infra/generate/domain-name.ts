/** What stands in the way of a new domain of this name, in a sentence; null when nothing does. */
export function refuseName(name: string | undefined, taken: ReadonlySet<string>): string | null {
  if (name === undefined || name === "") return "Say which: npm run new -- domain <name>, for example bookmark.";
  if (!/^[a-z]{3,24}$/.test(name)) return `"${name}" is no name for a domain: one word of 3 to 24 small letters.`;
  if (words.has(name)) return `"${name}" is a word of the language, so no file could use it as a name.`;
  if (Object.hasOwn(globalThis, pascal(name)) || Object.hasOwn(globalThis, name))
    return `"${name}" is a name that JavaScript has already given away.`;
  if (taken.has(name)) return `There is a domain or a contract "${name}" already.`;
  return null;
}

export const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const words = new Set(
  "break case catch class const continue debugger default delete else enum export extends false finally for function \
implements import instanceof interface let new null package private protected public return static super switch this \
throw true try typeof var void while with yield await async member router repo prisma".split(" "),
);
