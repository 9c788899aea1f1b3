import type { ProviderName } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";

/** Services that this server lets people sign in with, as its pages say; none on the server. */
export function offeredProviders(): ProviderName[] {
  if (typeof document === "undefined") return [];
  const words = document.querySelector<HTMLMetaElement>('meta[name="providers"]')?.content.split(" ") ?? [];
  return words.filter((word): word is ProviderName => word in providerTitles);
}
