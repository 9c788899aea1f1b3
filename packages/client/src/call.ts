import { createBearer } from "./bearer.ts";
import type { Credentials } from "./credentials.ts";
import { isPassing, pause, waitMs } from "./patience.ts";
import type { WriteOptions } from "./procedures.ts";
import { errorOf } from "./refusal.ts";
import type { Errand, Wire } from "./wire.ts";

export type Caller = { wire: Wire; credentials: Credentials; retries: number };
type Call = { kind: "query" | "mutation"; path: string; input: unknown; options?: WriteOptions | undefined };

/** One call, asked until there is an answer. A write keeps its key through all of it, and so has one effect. */
export async function call({ wire, credentials, retries }: Caller, { kind, path, input, options }: Call) {
  const { signal, idempotencyKey = crypto.randomUUID() } = options ?? {};
  const bearer = createBearer(credentials);
  for (let failures = 0; ; ) {
    signal?.throwIfAborted();
    const headers = await bearer.headers();
    const errand: Errand = {
      headers: kind === "mutation" ? { ...headers, "idempotency-key": idempotencyKey } : headers,
    };
    try {
      return await unlessAborted(wire[kind](path, input, { context: errand, ...(signal && { signal }) }), signal);
    } catch (cause) {
      signal?.throwIfAborted();
      const error = errorOf(cause);
      if (bearer.isReplaceable(error)) continue;
      const ms = failures < retries && isPassing(error) ? waitMs(failures, error) : null;
      if (ms === null) throw error;
      failures += 1;
      await pause(ms, signal);
    }
  }
}

/** A batch goes on while one of its calls is still wanted; whoever left it must not wait for the others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
