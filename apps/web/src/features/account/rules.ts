import { Onboarding } from "@muejam/contracts/account";
import { ProfileChange } from "@muejam/contracts/profile";

export const face = ProfileChange.omit({ id: true }).required();
export const birth = Onboarding.pick({ birthDate: true });
