import { PasskeyDraft, PasskeyProof } from "@muejam/contracts/passkey";
import { BeginFactor, ByCode } from "@muejam/contracts/second-factor";
import { ChangeEmail, ChangePassword } from "@muejam/contracts/sign-in";

export const password = ChangePassword;
export const address = ChangeEmail;
export const begin = BeginFactor;
export const code = ByCode;
export const proof = PasskeyProof;
export const newPasskey = PasskeyDraft;
