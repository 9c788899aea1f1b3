import type { Me } from "@muejam/contracts/account";
import type { OwnProfile } from "@muejam/contracts/profile";

export const steps = ["name", "birth", "genres", "follow"] as const;
export type Step = (typeof steps)[number];

export const asStep = (value: unknown): Step | undefined => steps.find((step) => step === value);

/** The first thing that the server has not been told: whoever was interrupted goes on there, on any device. */
export function nextStep({
  profiles,
  isOnboarded,
  interests,
}: Pick<Me, "profiles" | "isOnboarded" | "interests">): Step {
  if (profiles[0] && isMadeUp(profiles[0].handle)) return "name";
  if (!isOnboarded) return "birth";
  return interests.length === 0 ? "genres" : "follow";
}

/** Nothing that we made up is proposed as somebody's name. */
export function chosenNames({
  displayName,
  handle,
  bio,
}: OwnProfile): Pick<OwnProfile, "displayName" | "handle" | "bio"> {
  return { displayName: isMadeUp(displayName) ? "" : displayName, handle: isMadeUp(handle) ? "" : handle, bio };
}

/** What everybody is called before they say otherwise. */
const isMadeUp = (handle: string): boolean => /^reader_[0-9a-f]{10}$/.test(handle);
