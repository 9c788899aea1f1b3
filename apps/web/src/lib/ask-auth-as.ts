import { orRefused, patienceMs, posting } from "./auth-door.ts";
import { type Caller, fetchAs } from "./fetch-as.ts";

/** What somebody signed in may ask at the issuer's door; with `given` it is an act. */
export async function askAuthAs(caller: Caller, what: string, given?: object): Promise<Response> {
  const asked = given ? posting(given) : { signal: AbortSignal.timeout(patienceMs) };
  // By its cookie a browser that comes back from another service is known to be the one that went.
  return orRefused(await fetchAs(caller)(`/api/auth/${what}`, { ...asked, credentials: "same-origin" }));
}
