import { AppError } from "../../kernel/errors.ts";

/** How much one face may keep. */
export const bytesAProfile = 200 * 2 ** 20;

export function assertRoom(kept: number, added: number): void {
  if (kept + added > bytesAProfile) throw new AppError("MEDIA_FULL", { max: bytesAProfile / 2 ** 20 });
}

/** So long a picture is kept that nothing names: whoever took it out may want it back. */
export const daysKept = 30;

/** `known`: the pictures that somebody of the story's team put into it. */
export function assertKnown(figures: readonly Named[], known: ReadonlySet<string>): void {
  const strange = figures.filter(({ attrs }) => !known.has(attrs.media));
  if (strange.length === 0) return;
  const message = "Nobody who works on this story has sent this picture. Put it in again.";
  throw new AppError(
    "MEDIA_UNKNOWN",
    undefined,
    strange.slice(0, 20).map(({ attrs }) => ({ path: attrs.id, rule: "media", message })),
  );
}

type Named = { attrs: { id: string; media: string } };
