import type { Holder } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

const profilesMax = 5;

/** A handle that somebody left stays theirs that long, so that nobody can pose as them. */
export const daysReserved = 730;

/** And that long it still leads to them. */
export const daysRedirected = 365;

export function assertRoomForProfile(count: number): void {
  if (count >= profilesMax) throw new AppError("PROFILES_FULL", { max: profilesMax });
}

/** Its stories would go out of everybody's sight, their author's too: words are never lost that way. */
export function assertCloseable({ faces, stories }: { faces: number; stories: number }): void {
  if (faces <= 1) throw new AppError("PROFILE_LAST");
  if (stories > 0) throw new AppError("PROFILE_HAS_STORIES", { count: stories });
}

/** Nobody judges themselves. */
export function assertHoldable({ accountId }: Pick<Holder, "accountId">, face: { accountId: string }): void {
  if (face.accountId === accountId) throw new AppError("YOUR_OWN");
}

type Speaker = Pick<Holder, "kind" | "accountId" | "profileId">;

/** Somebody else's profile answers like one that does not exist: who belongs to whom is nobody's to find out. */
export function assertOwn(actor: Speaker, face: { id: string; accountId: string } | null): void {
  if (face?.accountId !== actor.accountId || !isInHand(actor, face.id)) throw new AppError("NOT_FOUND");
}

/** Whoever holds a key knows the one face it was made for, and not which others are its owner's. */
export const isInHand = ({ kind, profileId }: Speaker, id: string): boolean => kind === "member" || profileId === id;

/** Words of the house, and handles that are addresses, are not for people. */
export function assertFreeName({
  handle,
  displayName,
}: {
  handle?: string | undefined;
  displayName?: string | undefined;
}): void {
  if (handle !== undefined && (reserved.has(handle.toLowerCase()) || isOfTheHouse(handle)))
    throw new AppError("NAME_RESERVED");
  if (displayName !== undefined && isOfTheHouse(displayName)) throw new AppError("NAME_RESERVED");
}

/** `M0derat0r`, `Mue Jam` and their like; words within other words, as in "modern", stay free. */
function isOfTheHouse(name: string): boolean {
  const folded = Array.from(name.normalize("NFKD").toLowerCase(), (letter) => lookalikes[letter] ?? letter).join("");
  const words = folded.split(/[^\p{L}]+/u);
  const whole = words.join("");
  return whole.includes("muejam") || staff.has(whole) || words.some((word) => titles.has(word));
}

const titles = new Set(["admin", "administrator", "moderator", "staff"]);
const staff = new Set([...titles, "mod", "mods", "admins", "moderators", "official", "support", "team", "system"]);

/** The likeness that people are fooled with most: digits, and letters of Greek and Cyrillic. */
const lookalikes: Record<string, string> = {
  ...Object.fromEntries([
    ...zip("013457", "oleast"),
    ...zip("аеорсухіјѕмтӏ", "aeopcyxijsmtl"),
    ...zip("αορντι", "aopvti"),
  ]),
  $: "s",
  "@": "a",
};

function zip(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from, (letter, index) => [letter, targets[index] ?? letter]);
}

const reserved = new Set(
  "about account admin administrator all anonymous api apps assets auth author authors blog bot by chapter chapters contact \
cookies copyright deleted dev docs edit editor everyone explore feed feeds followers following health help here home i \
import index info jam jams legal library login logout mail me media metrics mod moderator moderators mods muejam new news \
nobody notifications null official opds owner page pages postmaster press privacy profile profiles read reader readers root \
rss rules s search security settings shelf shelves sign signin signout signup site sitemap someone staff status stories story \
support system tag tags team terms test trending trpc undefined unknown user users webmaster whisper whispers write www you".split(
    " ",
  ),
);
