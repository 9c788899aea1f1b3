import type { MuejamError, MuejamErrorCode } from "./error.ts";

const passing: readonly MuejamErrorCode[] = ["OVERLOADED", "RATE_LIMITED", "TIMED_OUT", "UNREACHABLE"];
const gateway: readonly (number | null)[] = [429, 502, 503, 504];

/** The longest that MueJam itself ever asks to wait is a minute. */
const longestWaitMs = 65_000;

/** Whether the very same call may have better luck. */
export const isPassing = ({ code, status }: MuejamError): boolean =>
  passing.includes(code) || (code === "UNINTELLIGIBLE" && gateway.includes(status));

/** How long to wait before the next try; null when so long is too long. Never all clients at once. */
export function waitMs(failures: number, { retryAfterMs }: MuejamError): number | null {
  const ms = retryAfterMs === null ? backOffMs(failures, 8000) : retryAfterMs + Math.random() * 250;
  return ms > longestWaitMs ? null : ms;
}

export const backOffMs = (failures: number, mostMs: number): number =>
  Math.min(mostMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2);

/** Ends early when the signal is given; what that means is for the caller to say. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
  });
}
