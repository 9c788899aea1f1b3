import { zodResolver } from "@hookform/resolvers/zod";
import { ByEmail, ResetPassword, SignIn, SignUp } from "@muejam/contracts/sign-in";

export const signIn = zodResolver(SignIn);
export const signUp = zodResolver(SignUp);
export const forgotPassword = zodResolver(ByEmail);
export const resetPassword = zodResolver(ResetPassword.omit({ token: true }));
