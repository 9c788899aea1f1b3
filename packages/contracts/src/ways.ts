import { z } from "zod";
import { ProviderName } from "./provider.ts";

/** How somebody signs in, and so how they show once more that it is them. Providers that are offered no more are no way. */
export const Ways = z.object({ hasPassword: z.boolean(), hasPasskey: z.boolean(), providers: z.array(ProviderName) });
export type Ways = z.infer<typeof Ways>;
