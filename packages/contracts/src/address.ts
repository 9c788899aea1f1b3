/** A story's short address: it decides, whatever words stand before it. Crockford's base32, which no eye confuses. */
export const storyRef = /^[0-9a-hjkmnp-tv-z]{10}$/;

/** Letters and digits of any script, joined by hyphens; empty when there are none. */
export const slugOf = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/gu, "")
    // What stood apart may be one letter now.
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, 60)
    // A letter cut in half is none.
    .replace(/\p{Cs}$/u, "")
    .replace(/^-+|-+$/g, "");

export const storyPath = ({ ref, title }: { ref: string; title: string }): string => `/s/${dashed(slugOf(title), ref)}`;

type NamedChapter = { number: number; title: string };
export const chapterPath = (story: { ref: string; title: string }, { number, title }: NamedChapter): string =>
  `${storyPath(story)}/${dashed(String(number), slugOf(title))}`;

export const profilePath = ({ handle }: { handle: string }): string => `/@${handle}`;
export const tagPath = ({ slug }: { slug: string }): string => `/tags/${slug}`;

/** The part of an address that decides; null when it cannot be a story's. */
export function refIn(segment: string): string | null {
  const ref = segment.split("-").at(-1)?.toLowerCase() ?? "";
  return storyRef.test(ref) ? ref : null;
}

export function numberIn(segment: string): number | null {
  const [, digits] = /^([1-9]\d{0,5})(?:-|$)/.exec(segment) ?? [];
  return digits === undefined ? null : Number(digits);
}

const dashed = (...parts: string[]): string => parts.filter((part) => part !== "").join("-");
