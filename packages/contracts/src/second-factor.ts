import { z } from "zod";

const Ticket = z.string().min(1).max(200);

/**
 * Six digits from an app, or ten letters from paper, however somebody spaces them. Paper has no o, i and l, since
 * they are read as 0 and 1.
 */
export const Code = z
  .string()
  .max(100)
  .transform((text) => text.replace(/[\s-]/g, "").toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1"))
  .pipe(z.string().regex(/^(\d{6}|[0-9a-hjkmnp-tv-z]{10})$/));

export const ByCode = z.object({ code: Code });
export type ByCode = z.infer<typeof ByCode>;

/** The second step, for what the first one gave. */
export const WithCode = z.object({ ticket: Ticket, code: Code });
export type WithCode = z.infer<typeof WithCode>;

/** What an app makes its codes of, in letters to type and as the text of the picture that it reads. */
export const FactorBegun = z.object({
  ticket: Ticket,
  secret: z.string(),
  uri: z.string(),
  expiresAt: z.iso.datetime(),
});
export type FactorBegun = z.infer<typeof FactorBegun>;

/** Shown this once. */
export const BackupCodes = z.object({ codes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof BackupCodes>;

/** `since` is null as long as the password alone signs in. */
export const FactorView = z.object({ since: z.iso.datetime().nullable(), codesLeft: z.int().nonnegative() });
export type FactorView = z.infer<typeof FactorView>;

/** The password was right, and a code is asked for as well, or a passkey in its place. */
export const CodeAsked = z.object({ ticket: Ticket, expiresAt: z.iso.datetime(), hasPasskey: z.boolean() });
export type CodeAsked = z.infer<typeof CodeAsked>;
