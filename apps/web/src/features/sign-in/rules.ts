import { zodResolver } from "@hookform/resolvers/zod";
import { ByCode } from "@muejam/contracts/second-factor";
import { ByEmail, ResetPassword, SignIn, SignUp } from "@muejam/contracts/sign-in";

export const signIn = zodResolver(SignIn);
export const code = zodResolver(ByCode);
export const signUp = zodResolver(SignUp);
export const forgotPassword = zodResolver(ByEmail);
export const resetPassword = zodResolver(ResetPassword.omit({ token: true }));
