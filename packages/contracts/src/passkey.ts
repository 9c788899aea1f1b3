import { z } from "zod";
import { Code } from "./second-factor.ts";
import { line } from "./text.ts";

const Ticket = z.string().min(1).max(200);
const Bytes = z
  .string()
  .regex(/^[\w-]*$/)
  .max(8192);
const Signed = z.object({ id: Bytes.min(1), rawId: Bytes.min(1), type: z.literal("public-key") });

/** What the browser asks the device with, as `PublicKeyCredential.parse…OptionsFromJSON` reads it. */
const Options = z.looseObject({ challenge: z.string() });

export const PasskeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** It lives in an account of its maker's and comes along to a new device. */
  isSynced: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;
export const PasskeyList = z.object({ passkeys: z.array(PasskeyView) });
export type PasskeyList = z.infer<typeof PasskeyList>;

/** Whom a second step guards gives its code too, for a passkey alone signs in. */
export const BeginPasskey = z.object({ code: Code.optional() });
export type BeginPasskey = z.infer<typeof BeginPasskey>;

export const PasskeyBegun = z.object({ ticket: Ticket, options: Options });
export type PasskeyBegun = z.infer<typeof PasskeyBegun>;

export const NewPasskey = z.object({
  ticket: Ticket,
  name: line(1, 60),
  made: Signed.extend({
    response: z.object({
      clientDataJSON: Bytes,
      attestationObject: Bytes,
      transports: z
        .array(z.string().regex(/^[a-z-]{1,30}$/))
        .max(10)
        .optional(),
    }),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What somebody types before the device is asked. */
export const PasskeyDraft = z.object({
  name: NewPasskey.shape.name,
  code: z.union([z.literal("").transform(() => undefined), Code]),
});

export const ByPasskey = z.object({ id: z.uuid() });
export type ByPasskey = z.infer<typeof ByPasskey>;

export const PasskeyName = NewPasskey.pick({ name: true });
export const RenamePasskey = ByPasskey.extend(PasskeyName.shape);
export type RenamePasskey = z.infer<typeof RenamePasskey>;

/** With the ticket of the password it is the second step; without one it is the whole sign-in. */
export const AskPasskey = z.object({ step: Ticket.optional() });
export type AskPasskey = z.infer<typeof AskPasskey>;

export const WithPasskey = z.object({
  ticket: Ticket,
  given: Signed.extend({
    response: z.object({
      clientDataJSON: Bytes,
      authenticatorData: Bytes,
      signature: Bytes,
      userHandle: Bytes.nullish(),
    }),
  }),
});
export type WithPasskey = z.infer<typeof WithPasskey>;
