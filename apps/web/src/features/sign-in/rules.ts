import { ByCode } from "@muejam/contracts/second-factor";
import { ByEmail, ResetPassword, SignIn, SignUp } from "@muejam/contracts/sign-in";

export const signIn = SignIn;
export const code = ByCode;
export const signUp = SignUp;
export const forgotPassword = ByEmail;
export const resetPassword = ResetPassword.omit({ token: true });
