import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { PasskeyBegun } from "@muejam/contracts/passkey";
import { type openHttp, post } from "./http.ts";
import { actOf, type Browser } from "./sign-in.ts";

type Ask = ReturnType<typeof openHttp>;
type Ways = { origin?: string; host?: string; isHolderSure?: boolean; counter?: number; challenge?: string };

/** A device with one passkey (WebAuthn, ES256), as a phone or a security key would be. */
export function createDevice() {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const cose = Buffer.concat([hex("a5010203262001215820"), bytes(x), hex("225820"), bytes(y)]);
  const signed = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" } as const;
  const presence = ({ host = "muejam.test", isHolderSure = true, counter = 0 }: Ways, extra = 0) =>
    Buffer.concat([sha256(host), Buffer.of((isHolderSure ? 5 : 1) | extra), uint(counter, 4)]);

  return {
    make(challenge: string, ways: Ways = {}) {
      const authData = Buffer.concat([presence(ways, 0x40), Buffer.alloc(16), uint(id.length, 2), id, cose]);
      const head = hex("a363666d74646e6f6e656761747453746d74a068617574684461746158");
      const attestationObject = base64(Buffer.concat([head, uint(authData.length, 1), authData]));
      const clientDataJSON = base64(clientData("webauthn.create", challenge, ways));
      return { ...signed, response: { clientDataJSON, attestationObject, transports: ["internal"] } };
    },
    give(challenge: string, ways: Ways = {}) {
      const authData = presence(ways);
      const data = clientData("webauthn.get", ways.challenge ?? challenge, ways);
      const signature = sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey);
      const response = {
        clientDataJSON: base64(data),
        authenticatorData: base64(authData),
        signature: base64(signature),
      };
      return { ...signed, response };
    },
  };
}

export async function begin(ask: Ask, browser: Browser, given: object = {}): Promise<PasskeyBegun> {
  return PasskeyBegun.parse(await (await ask("/api/auth/passkeys/begin", actOf(browser, given))).json());
}

export async function addPasskey(ask: Ask, browser: Browser, given: object = {}) {
  const device = createDevice();
  const { ticket, options } = await begin(ask, browser, given);
  const made = { ticket, name: "My phone", made: device.make(options.challenge) };
  const added = await ask("/api/auth/passkeys", actOf(browser, made));
  if (!added.ok) throw new Error(`No passkey was added: ${await added.text()}`);
  return device;
}

/** What a device is asked with, for the whole sign-in or for its second step. */
export async function askedFor(ask: Ask, step?: string): Promise<PasskeyBegun> {
  return PasskeyBegun.parse(await (await ask("/api/auth/sign-in/passkey/begin", post({ step }))).json());
}

const hex = (text: string) => Buffer.from(text, "hex");
const bytes = (text: string) => Buffer.from(text, "base64url");
const base64 = (data: Buffer) => data.toString("base64url");
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const clientData = (type: string, challenge: string, { origin = "https://muejam.test" }: Ways) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function uint(value: number, size: number): Buffer {
  const out = Buffer.alloc(size);
  out.writeUIntBE(value, 0, size);
  return out;
}
