import { hash, type Options, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import type { Passwords } from "../kernel/accounts.ts";
import { createQueueGate } from "../kernel/queue-gate.ts";

/** Each hash takes 64 MiB and a thread for some tenths of a second: two at once leave the machine to the readers. */
const cost: Options = { memoryCost: 64 * 1024, timeCost: 6, parallelism: 1 };

export function createPasswords(): Passwords {
  const gate = createQueueGate({ atOnce: 2, queue: 20, retryAfterSeconds: 3 });
  return {
    hash: (password) => gate.run(() => hash(password.normalize("NFKC"), cost)),
    verify: (hashed, password) => gate.run(() => verify(hashed, password.normalize("NFKC"))),
    isCommon: (password) => common.has(password.normalize("NFKC").toLowerCase()),
  };
}

/** Shorter ones are refused for their length. */
const common = new Set(dictionary["passwords-common"].filter((password) => password.length >= 10));
