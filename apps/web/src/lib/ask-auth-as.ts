import { orRefused, patienceMs, posting } from "./auth-door.ts";
import { type Caller, fetchAs } from "./fetch-as.ts";

/** What somebody signed in may ask at the issuer's door; with `given` it is an act. */
export async function askAuthAs(caller: Caller, what: string, given?: object): Promise<Response> {
  const reading = { signal: AbortSignal.timeout(patienceMs) };
  return orRefused(await fetchAs(caller)(`/api/auth/${what}`, given ? posting(given) : reading));
}
