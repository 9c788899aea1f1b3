import type { ProviderName } from "@muejam/contracts/provider";

/** `state` comes back with the browser, `nonce` in what the provider signs; `verifier` shows that who asked also comes for the answer. */
export type Asking = { state: string; nonce: string; verifier: string };

/** Who somebody is there. `subject` never changes; an address may, and may have been typed by anybody. */
export type ProviderPerson = { subject: string; email: string | null; isEmailVerified: boolean };

/** Other services that say who somebody is (OAuth 2 with PKCE, OpenID Connect where there is such). */
export type Providers = {
  /** Those whose keys are set. */
  readonly offered: readonly ProviderName[];
  addressOf(provider: ProviderName, asking: Asking): string;
  /** Refuses: PROVIDER_REFUSED for a code that is not good, PROVIDER_DOWN when there is no answer. */
  read(provider: ProviderName, given: { code: string } & Omit<Asking, "state">): Promise<ProviderPerson>;
};
