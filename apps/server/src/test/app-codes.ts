import { codeOf } from "../kernel/totp.ts";

/** What the app shows; `ahead` half minutes later, as a clock that is fast would have it. */
export const codeIn = (secret: string, ahead = 0): string => codeOf(secret, new Date(Date.now() + ahead * 30_000));
