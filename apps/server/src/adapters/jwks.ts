import {
  type CryptoKey,
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  importSPKI,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from "jose";
import { z } from "zod";
import type { Logger } from "../kernel/log.ts";

/** Finds the key that a token names, or throws. */
export type KeySource = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

export type RemoteKeys = { url: string; log: Logger; now?: () => number };

const freshMs = 10 * 60_000;
/** An unknown key id may be a rotation or an invention; inventions must not make us ask more often than this. */
const cooldownMs = 30_000;
/** Without any key nobody can be let in, so we ask again sooner. */
const emptyCooldownMs = 1000;
const patienceMs = 3000;

/**
 * The keys of another issuer. While its address does not answer, the keys already known go on being good:
 * jose's own remote set forgets them after a while, and everybody would be signed out with it.
 */
export function remoteKeys({ url, log, now = Date.now }: RemoteKeys): KeySource {
  let known: KeySource | null = null;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    triedAt = now();
    try {
      known = createLocalJWKSet(await fetchKeys(url));
      loadedAt = triedAt;
    } catch (err) {
      log.warn({ err, url }, "the issuer's keys did not come; those already known go on");
    }
  };
  const mayAsk = () => loading !== null || now() - triedAt >= (known ? cooldownMs : emptyCooldownMs);
  const ask = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = null;
    });
    return loading;
  };
  const find: KeySource = (header, token) => {
    if (!known) throw new errors.JWKSNoMatchingKey();
    return known(header, token);
  };

  return async (header, token) => {
    if (!known && mayAsk()) await ask();
    if (now() - loadedAt >= freshMs && mayAsk()) void ask();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayAsk()) throw error;
      await ask();
      return find(header, token);
    }
  };
}

/** One key that was given to us, which no rotation can reach. */
export function pemKey(pem: string, algorithm: string): KeySource {
  const key = importSPKI(pem, algorithm);
  // A broken key is told to whoever asks for it, not to the whole process.
  key.catch(() => undefined);
  return () => key;
}

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: "error" });
  if (!response.ok) throw new Error(`The keys' address answered ${response.status}.`);
  return KeySet.parse(await response.json());
}
