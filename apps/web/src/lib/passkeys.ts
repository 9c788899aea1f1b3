import type { NewPasskey, PasskeyBegun, WithPasskey } from "@muejam/contracts/passkey";

type Options = PasskeyBegun["options"];
type Asked = { mediation?: CredentialMediationRequirement; signal?: AbortSignal };

/** They are bound to a name, so where a machine is called by its number there are none. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== "undefined" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function" &&
  !/^[\d.]+$|:/.test(location.hostname);

/** Whether the browser offers them where an address is typed. */
export const canOfferQuietly = async (): Promise<boolean> =>
  hasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());

/** Null when somebody thought better of it, or the device could not. */
export async function makePasskey(options: Options): Promise<NewPasskey["made"] | null> {
  // safe: the server's options are made by the same standard
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never);
  return given(navigator.credentials.create({ publicKey }));
}

export async function givePasskey(options: Options, asked: Asked = {}): Promise<WithPasskey["given"] | null> {
  // safe: as above
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
  return given(navigator.credentials.get({ publicKey, ...asked }));
}

/** Browsers say no more than this of why there is none. */
const declined = new Set(["AbortError", "NotAllowedError", "InvalidStateError"]);

async function given<T>(wanted: Promise<Credential | null>): Promise<T | null> {
  try {
    const credential = await wanted;
    // safe: WebAuthn gives nothing else, and its JSON is what our contracts name
    return credential && ((credential as PublicKeyCredential).toJSON() as T);
  } catch (error) {
    if (error instanceof DOMException && declined.has(error.name)) return null;
    throw error;
  }
}
