import type { ErrorCode, ErrorEnvelope } from "@muejam/contracts/error";
import { TRPCClientError } from "@trpc/client";

const passing: readonly ErrorCode[] = ["OVERLOADED", "TIMED_OUT"];

/** What a door besides tRPC's refused. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly envelope: ErrorEnvelope;

  constructor(envelope: ErrorEnvelope) {
    super(envelope.message);
    this.envelope = envelope;
  }
}

/** What the server said. Null when it did not answer, or something else did in its place. */
export function appErrorOf(error: unknown): ErrorEnvelope | null {
  if (error instanceof RefusedError) return error.envelope;
  if (!(error instanceof TRPCClientError)) return null;
  // A call may fail for want of the token that it needs first.
  if (error.cause instanceof RefusedError) return error.cause.envelope;
  const data: unknown = error.data;
  return isRecord(data) && isEnvelope(data["app"]) ? data["app"] : null;
}

/** It came, or failed to come, over the network: the server knows of it, or cannot be told. */
export const isOfNetwork = (error: unknown): boolean =>
  error instanceof RefusedError || error instanceof TRPCClientError;

/** Only what may pass by itself: no answer while there is a network, or a server that asks for patience. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 2 || !(error instanceof TRPCClientError)) return false;
  const app = appErrorOf(error);
  return app ? passing.includes(app.code) : navigator.onLine;
}

export function retryDelayMs(failures: number, error: unknown): number {
  const asked = Number(appErrorOf(error)?.params?.["retryAfterSeconds"] ?? 0) * 1000;
  return Math.max(asked, 500 * 2 ** failures);
}

export function isEnvelope(value: unknown): value is ErrorEnvelope {
  return (
    isRecord(value) && [value["code"], value["message"], value["requestId"]].every((part) => typeof part === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
