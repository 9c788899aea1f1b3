import { KeyInput } from "@muejam/contracts/account";
import { PasskeyDraft, PasskeyName } from "@muejam/contracts/passkey";
import { ByCode } from "@muejam/contracts/second-factor";
import { ByPassword, ChangeEmail, ChangePassword } from "@muejam/contracts/sign-in";
import type { Rule } from "../../lib/fields.ts";

export const password = ChangePassword.required();
export const firstPassword = ChangePassword.pick({ password: true });
export const address = ChangeEmail;
export const code = ByCode;
export const proof = ByPassword;
export const newPasskey = PasskeyDraft;
export const passkeyName = PasskeyName;

/** Chosen days come as words. */
export const key: Rule<KeyInput> = {
  safeParse: (fields) => {
    const given: Record<string, unknown> = Object(fields);
    return KeyInput.safeParse({ ...given, expiresInDays: Number(given["expiresInDays"]) });
  },
};
