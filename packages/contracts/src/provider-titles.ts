import type { ProviderName } from "./provider.ts";

/** As each calls itself, in every language. Apart from the schemas, which a page does not need for a name. */
export const providerTitles: Record<ProviderName, string> = { discord: "Discord", github: "GitHub", google: "Google" };
