import { z } from "zod";

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** No rule about kinds of characters: length and not being on everybody's list are what counts. */
const NewPassword = z.string().min(10).max(128);
const GivenPassword = z.string().min(1).max(128);
const Word = z.string().min(1).max(200);

export const SignUp = z.object({ email: Email, password: NewPassword });
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.object({ email: Email, password: GivenPassword });
export type SignIn = z.infer<typeof SignIn>;

export const ByEmail = z.object({ email: Email });
export type ByEmail = z.infer<typeof ByEmail>;

/** What stands in a link of a mail. */
export const ByLink = z.object({ token: Word });
export type ByLink = z.infer<typeof ByLink>;

export const ConfirmEmail = ByLink.extend({ password: GivenPassword });
export type ConfirmEmail = z.infer<typeof ConfirmEmail>;

export const ResetPassword = ByLink.extend({ password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** Without a current one it is somebody's first, who came by a passkey or a provider. */
export const ChangePassword = z.object({ currentPassword: GivenPassword.optional(), password: NewPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ByPassword = z.object({ password: GivenPassword });
export type ByPassword = z.infer<typeof ByPassword>;

export const ChangeEmail = z.object({ email: Email, password: GivenPassword });
export type ChangeEmail = z.infer<typeof ChangeEmail>;

export const BySession = z.object({ sessionId: z.uuid() });
export type BySession = z.infer<typeof BySession>;

/** The same for an address that is known and one that is not. */
export const Accepted = z.object({ isAccepted: z.literal(true) });

export const Access = z.object({ accessToken: z.string(), expiresAt: z.iso.datetime(), sessionId: z.uuid() });
export type Access = z.infer<typeof Access>;

export const SessionView = z.object({
  id: z.uuid(),
  /** As far as it says what it is. */
  device: z.object({ browser: z.string().nullable(), system: z.string().nullable() }),
  address: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  isCurrent: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;
export const SessionList = z.object({ sessions: z.array(SessionView) });
export type SessionList = z.infer<typeof SessionList>;
