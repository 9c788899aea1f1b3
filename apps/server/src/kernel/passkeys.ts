/** A passkey's public half. `transports` is where its owner's browser finds it. */
export type PublicKey = { credentialId: string; publicKey: string; counter: number; transports: string[] };
export type Asked = { challenge: string; options: { challenge: string; [name: string]: unknown } };
type Known = Pick<PublicKey, "credentialId" | "transports">;
type Signed = { id: string; rawId: string; type: "public-key" };

export type Made = Signed & {
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] | undefined };
};
export type Given = Signed & {
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string | null | undefined;
  };
};

/** What browsers and devices do with passkeys (WebAuthn). Null stands for what does not hold, for whatever reason. */
export type Passkeys = {
  askNew(person: { subject: string; name: string; known: readonly Known[] }): Promise<Asked>;
  readNew(made: Made, challenge: string): Promise<(PublicKey & { isSynced: boolean }) | null>;
  /** `only` narrows it to somebody's own; without it the device offers what it has, and makes sure who holds it. */
  ask(only: readonly Known[] | null): Promise<Asked>;
  /** The counter after this use. */
  read(given: Given, asked: { challenge: string; key: PublicKey; isHolderSure: boolean }): Promise<number | null>;
};
