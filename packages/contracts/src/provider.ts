import { z } from "zod";

/** Who else may say who somebody is, where the operator has set its keys. */
export const ProviderName = z.enum(["discord", "github", "google"]);
export type ProviderName = z.infer<typeof ProviderName>;

export const ByProvider = z.object({ provider: ProviderName });
export type ByProvider = z.infer<typeof ByProvider>;

/** Where the browser goes, so that somebody says there who they are. */
export const ProviderBegun = z.object({ url: z.url() });
export type ProviderBegun = z.infer<typeof ProviderBegun>;

/** What the browser comes back with. */
export const ProviderReturn = ByProvider.extend({
  state: z.string().regex(/^[\w-]{1,200}$/),
  code: z.string().regex(/^[\x21-\x7e]{1,2000}$/),
});
export type ProviderReturn = z.infer<typeof ProviderReturn>;

/** Nobody signed in: the provider was connected to the account of whoever is signed in. */
export const ProviderLinked = z.object({ isLinked: z.literal(true) });
export type ProviderLinked = z.infer<typeof ProviderLinked>;

export const ProviderView = z.object({
  provider: ProviderName,
  /** Without its keys a link opens nothing, and can only be removed. */
  isOffered: z.boolean(),
  linkedAt: z.iso.datetime().nullable(),
});
export type ProviderView = z.infer<typeof ProviderView>;

export const ProviderList = z.object({ providers: z.array(ProviderView) });
export type ProviderList = z.infer<typeof ProviderList>;
