import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Asked, Passkeys, PublicKey } from "../kernel/passkeys.ts";

/** Ed25519, ES256 and RS256: what devices have, without asking Node for what it still calls experimental. */
const supportedAlgorithmIDs = [-8, -7, -257];

/** Bound to the host of our address: a page of any other name gets no signature that is good here. */
export function createPasskeys(publicUrl: string): Passkeys {
  const rpID = new URL(publicUrl).hostname;
  const expected = { expectedOrigin: publicUrl, expectedRPID: rpID };
  return {
    askNew: async ({ subject, name, known }) =>
      askedOf(
        await generateRegistrationOptions({
          rpName: "MueJam",
          rpID,
          userName: name,
          userID: new Uint8Array(Buffer.from(subject)),
          attestationType: "none",
          supportedAlgorithmIDs,
          excludeCredentials: known.map(toCredential),
          authenticatorSelection: { residentKey: "required", userVerification: "required" },
        }),
      ),

    async readNew({ response, ...made }, challenge) {
      const { transports = [], ...rest } = response;
      const { registrationInfo: info } = await verifyRegistrationResponse({
        ...expected,
        expectedChallenge: challenge,
        supportedAlgorithmIDs,
        response: { ...made, response: rest, clientExtensionResults: {} },
      }).catch(() => ({ registrationInfo: undefined }));
      if (!info) return null;
      const { id: credentialId, publicKey, counter } = info.credential;
      return {
        credentialId,
        publicKey: Buffer.from(publicKey).toString("base64url"),
        counter,
        transports,
        isSynced: info.credentialBackedUp,
      };
    },

    ask: async (only) =>
      askedOf(
        await generateAuthenticationOptions({
          rpID,
          userVerification: only ? "preferred" : "required",
          ...(only && { allowCredentials: only.map(toCredential) }),
        }),
      ),

    async read({ response, ...given }, { challenge, key, isHolderSure }) {
      const { userHandle, ...rest } = response;
      const answer = await verifyAuthenticationResponse({
        ...expected,
        expectedChallenge: challenge,
        response: { ...given, response: { ...rest, ...(userHandle && { userHandle }) }, clientExtensionResults: {} },
        credential: {
          id: key.credentialId,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
          counter: key.counter,
        },
        requireUserVerification: isHolderSure,
      }).catch(() => null);
      return answer?.verified ? answer.authenticationInfo.newCounter : null;
    },
  };
}

const askedOf = <T extends { challenge: string }>(options: T): Asked => ({
  challenge: options.challenge,
  options: { ...options },
});

const toCredential = ({ credentialId: id, transports }: Pick<PublicKey, "credentialId" | "transports">) => ({
  id,
  transports,
});
