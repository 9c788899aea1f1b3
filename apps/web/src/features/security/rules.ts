import { zodResolver } from "@hookform/resolvers/zod";
import { BeginFactor, ByCode } from "@muejam/contracts/second-factor";
import { ChangeEmail, ChangePassword } from "@muejam/contracts/sign-in";

export const password = zodResolver(ChangePassword);
export const address = zodResolver(ChangeEmail);
export const begin = zodResolver(BeginFactor);
export const code = zodResolver(ByCode);
