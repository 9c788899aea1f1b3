import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { isSameText } from "./same-text.ts";

/** Every purpose has its own derived key: what was made for one is refused by all others. */
export type KeyRing = {
  encrypt(purpose: string, text: string): string;
  decrypt(purpose: string, sealed: string): string;
  mac(purpose: string, text: string): string;
  /** Under every key, newest first: to find what was stamped before a rotation. */
  macs(purpose: string, text: string): string[];
  hasMac(purpose: string, text: string, mac: string): boolean;
  sign(purpose: string, text: string): string;
  /** The text that was signed, or null when no key of the ring signed it for this purpose. */
  verify(purpose: string, signed: string): string | null;
};

export type RingKey = { id: string; secret: Buffer };
/** The first key of each list makes new things; the others still read old ones. */
export type RingKeys = { field: RingKey[]; cursor: RingKey[]; signing: RingKey[] };

export function createKeyRing(keys: RingKeys): KeyRing {
  const fields = new Map(keys.field.map((key) => [key.id, derived(key)]));
  const cursors = new Map(keys.cursor.map((key) => [key.id, derived(key)]));
  const signers = new Map(keys.signing.map((key) => [key.id, signingPair(key)]));
  const macWith = (id: string, purpose: string, text: string) =>
    `${id}.${createHmac("sha256", found(cursors, id)(purpose)).update(text).digest("base64url").slice(0, 22)}`;

  return {
    encrypt(purpose, text) {
      const id = first(keys.field);
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", found(fields, id)(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    decrypt(purpose, sealed) {
      const [id = "", packed = ""] = sealed.split(".");
      const bytes = Buffer.from(packed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", found(fields, id)(purpose), bytes.subarray(0, 12), {
        authTagLength: 16,
      });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    },
    mac: (purpose, text) => macWith(first(keys.cursor), purpose, text),
    macs: (purpose, text) => keys.cursor.map(({ id }) => macWith(id, purpose, text)),
    hasMac(purpose, text, mac) {
      const [id = ""] = mac.split(".");
      return cursors.has(id) && isSameText(mac, macWith(id, purpose, text));
    },
    sign(purpose, text) {
      const id = first(keys.signing);
      const signature = sign(null, signedBytes(purpose, text), found(signers, id).private);
      return [id, Buffer.from(text).toString("base64url"), signature.toString("base64url")].join(".");
    },
    verify(purpose, signed) {
      const [id = "", body = "", signature = "", ...rest] = signed.split(".");
      const pair = signers.get(id);
      if (!pair || rest.length > 0) return null;
      const text = Buffer.from(body, "base64url").toString("utf8");
      return verify(null, signedBytes(purpose, text), pair.public, Buffer.from(signature, "base64url")) ? text : null;
    },
  };
}

function derived({ secret }: RingKey): (purpose: string) => Buffer {
  const cache = new Map<string, Buffer>();
  return (purpose) => {
    const known = cache.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
    cache.set(purpose, key);
    return key;
  };
}

/** An Ed25519 private key from its 32-byte seed. */
export function ed25519Key({ secret }: RingKey): KeyObject {
  const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: "der", type: "pkcs8" });
}

function signingPair(key: RingKey): { private: KeyObject; public: KeyObject } {
  const secret = ed25519Key(key);
  return { private: secret, public: createPublicKey(secret) };
}

const signedBytes = (purpose: string, text: string) => Buffer.from(`${purpose}\n${text}`);

function first(keys: RingKey[]): string {
  const [key] = keys;
  if (!key) throw new Error("The key ring is empty.");
  return key.id;
}

function found<T>(keys: Map<string, T>, id: string): T {
  const key = keys.get(id);
  if (!key) throw new Error(`The key ring has no key "${id}"; it was removed too early.`);
  return key;
}
