import { z } from "zod";
import { Code } from "./second-factor.ts";

export const Issuer = z.enum(["built-in", "clerk"]);
export type Issuer = z.infer<typeof Issuer>;

/** An account of the same proven address, from the time when another issuer signed people in. */
export const TransferOffer = z.object({
  offer: z.object({ from: Issuer, openedAt: z.iso.datetime(), needsCode: z.boolean() }).nullable(),
});
export type TransferOffer = z.infer<typeof TransferOffer>;

/** `code`: where a second step guarded the former way in. */
export const TransferInput = z.object({ code: Code.optional() });
export type TransferInput = z.infer<typeof TransferInput>;

export const Transferred = z.object({ isTransferred: z.literal(true) });
export type Transferred = z.infer<typeof Transferred>;
