import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

const Issuer = z.enum(["built-in", "clerk"]);
const Subject = z.object({ issuer: Issuer, subject: z.string() });

/** A person of an issuer is new or is no longer as before: read there what is so now. */
export const IdentityChanged = defineEvent("identity.changed", Subject);
export const IdentityDeleted = defineEvent("identity.deleted", Subject);

export const EndReason = z.enum([
  "signed-out",
  "revoked",
  "password",
  "reset",
  "restored",
  "disowned",
  "stolen",
  "issuer",
  "transferred",
]);
export type EndReason = z.infer<typeof EndReason>;
export const SessionEnded = defineEvent("session.ended", Subject.extend({ sessionId: z.string(), reason: EndReason }));

/** What a ticket stands for is sealed; whoever answers the request has not looked whether the address is known. */
const Asked = z.object({ ticket: z.string() });
export const SignUpAsked = defineEvent("account.signUpAsked", Asked);
export const ResetAsked = defineEvent("account.resetAsked", Asked);
export const MoveAsked = defineEvent("account.moveAsked", Asked);
export const SignInLocked = defineEvent("account.signInLocked", Asked);
