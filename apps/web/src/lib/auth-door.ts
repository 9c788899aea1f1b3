import type { ErrorEnvelope } from "@muejam/contracts/error";
import { isEnvelope, RefusedError } from "./errors.ts";

/** Longer than the server takes for anything: without an end, one lost answer would hold up every tab. */
export const patienceMs = 35_000;

/** An act at the built-in issuer's door. Rejects with its refusal, or with whatever kept the answer away. */
export async function askAuth(act: string, given: object = {}, origin = ""): Promise<Response> {
  return orRefused(await fetch(`${origin}/api/auth/${act}`, posting(given)));
}

export const posting = (given: object) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(given),
  signal: AbortSignal.timeout(patienceMs),
});

export async function orRefused(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  throw new RefusedError(await envelopeOf(answer));
}

async function envelopeOf(answer: Response): Promise<ErrorEnvelope> {
  const { error }: { error?: unknown } = await answer.json();
  if (!isEnvelope(error)) throw new TypeError(`Something else answered, with ${answer.status}.`);
  return error;
}
