import { zodResolver } from "@hookform/resolvers/zod";
import { Onboarding } from "@muejam/contracts/account";
import { ProfileChange } from "@muejam/contracts/profile";

export const face = zodResolver(ProfileChange.pick({ displayName: true, handle: true, bio: true }).required());
export const birth = zodResolver(Onboarding.pick({ birthDate: true }));
