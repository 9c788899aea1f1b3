import { Onboarding } from "@muejam/contracts/account";
import { ProfileChange } from "@muejam/contracts/profile";

export const face = ProfileChange.pick({ displayName: true, handle: true, bio: true }).required();
export const birth = Onboarding.pick({ birthDate: true });
