import CircuitBreaker from "opossum";
import { Gauge, type Registry } from "prom-client";

export type BreakerOptions = {
  /** Never more than 3 s: whoever waits for us has less patience than that. */
  timeoutMs?: number;
  /** So many failures in a row open it. */
  openAfter?: number;
  /** So long nobody asks; then one call may try. */
  resetMs?: number;
  /** A refusal which proves that the other side is alive: passed on, but not held against it. */
  isExpected?: (error: unknown) => boolean;
};

export type Breaker = {
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  readonly state: "closed" | "half-open" | "open";
  close(): void;
};

/** The other side was not asked, because it has just failed. */
export class BreakerOpenError extends Error {
  override readonly name = "BreakerOpenError";
  readonly breaker: string;

  constructor(breaker: string) {
    super(`${breaker} has been failing and is not asked for a moment.`);
    this.breaker = breaker;
  }
}

export class TooSlowError extends Error {
  override readonly name = "TooSlowError";
}

const longestTimeoutMs = 3000;
const guards = new Map<string, Breaker>();
const all = new Set<{ readonly name: string; readonly breaker: Breaker }>();

/** Asks a vendor through the process's one breaker of that name; the options of the first call count. */
export function guard<T>(name: string, options: BreakerOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  let breaker = guards.get(name);
  if (!breaker) {
    breaker = createBreaker(name, options);
    guards.set(name, breaker);
  }
  return breaker.run(work);
}

export function createBreaker(name: string, options: BreakerOptions = {}): Breaker {
  const timeoutMs = Math.min(options.timeoutMs ?? longestTimeoutMs, longestTimeoutMs);
  const openAfter = options.openAfter ?? 5;
  const circuit = new CircuitBreaker((work: () => Promise<void>) => work(), {
    name,
    timeout: false,
    resetTimeout: options.resetMs ?? 10_000,
    errorFilter: options.isExpected ?? (() => false),
    // A share of all recent calls opens it far too late when traffic was high before: what counts is failures in a row.
    volumeThreshold: Number.MAX_SAFE_INTEGER,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
  });
  let failures = 0;
  circuit.on("success", () => {
    failures = 0;
  });
  circuit.on("failure", () => {
    failures += 1;
    if (failures >= openAfter) circuit.open();
  });

  const breaker: Breaker = {
    run: <T>(work: (signal: AbortSignal) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        circuit
          .fire(() => inTime({ name, timeoutMs, work }).then(resolve))
          .catch((error: unknown) => reject(isRefusal(error) ? new BreakerOpenError(name) : error));
      }),
    get state() {
      if (circuit.halfOpen) return "half-open";
      return circuit.opened ? "open" : "closed";
    },
    close: () => {
      circuit.shutdown();
      all.delete(entry);
    },
  };
  const entry = { name, breaker };
  all.add(entry);
  return breaker;
}

export function registerBreakerMetrics(registry: Registry): void {
  new Gauge({
    name: "muejam_breaker_open",
    help: "1 while a breaker refuses to ask, 0.5 while one call may try, 0 otherwise.",
    labelNames: ["breaker"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { name, breaker } of all) this.set({ breaker: name }, values[breaker.state]);
    },
  });
}

const values = { closed: 0, "half-open": 0.5, open: 1 };

const isRefusal = (error: unknown): boolean =>
  CircuitBreaker.isOurError(error as Error) && (error as { code?: unknown }).code === "EOPENBREAKER";

type Timed<T> = { name: string; timeoutMs: number; work: (signal: AbortSignal) => Promise<T> };

function inTime<T>({ name, timeoutMs, work }: Timed<T>): Promise<T> {
  const aborter = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const expire = () => {
      reject(new TooSlowError(`${name} gave no answer within ${timeoutMs} ms.`));
      aborter.abort();
    };
    // After a stall of this process the answer may lie in the socket already: one more turn of the loop reads it.
    const timer = setTimeout(() => setImmediate(expire), timeoutMs);
    work(aborter.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
