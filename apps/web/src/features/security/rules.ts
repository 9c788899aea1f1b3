import { KeyInput } from "@muejam/contracts/account";
import { PasskeyDraft, PasskeyName, PasskeyProof } from "@muejam/contracts/passkey";
import { BeginFactor, ByCode } from "@muejam/contracts/second-factor";
import { ChangeEmail, ChangePassword } from "@muejam/contracts/sign-in";
import type { Rule } from "../../lib/fields.ts";

export const password = ChangePassword;
export const address = ChangeEmail;
export const begin = BeginFactor;
export const code = ByCode;
export const proof = PasskeyProof;
export const newPasskey = PasskeyDraft;
export const passkeyName = PasskeyName;

/** Chosen days come as words. */
export const key: Rule<KeyInput> = {
  safeParse: (fields) => {
    const given: Record<string, unknown> = Object(fields);
    return KeyInput.safeParse({ ...given, expiresInDays: Number(given["expiresInDays"]) });
  },
};
