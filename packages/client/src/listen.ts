import { createBearer } from "./bearer.ts";
import type { Caller } from "./call.ts";
import { MuejamError } from "./error.ts";
import { backOffMs, isPassing, pause } from "./patience.ts";
import type { ListenOptions, Told } from "./procedures.ts";
import { errorOf } from "./refusal.ts";
import type { Errand, Wire } from "./wire.ts";

type Stream = { path: string; input: unknown; options?: ListenOptions | undefined };
type Connection = { path: string; input: unknown; errand: Errand };
type News = "open" | Told<unknown> | MuejamError;

/** A connection that lasted so long was a good one. */
const goodMs = 30_000;
const longestWaitMs = 60_000;

/** Each event once and in order, over as many connections as it takes, until the signal or a lasting refusal. */
export async function* listen(
  { wire, credentials }: Caller,
  { path, input, options: { signal, onState } = {} }: Stream,
): AsyncGenerator<Told<unknown>, void, undefined> {
  const bearer = createBearer(credentials);
  let last: string | undefined;
  for (let failures = 0; !signal?.aborted; failures += 1) {
    onState?.("connecting");
    const openedAt = Date.now();
    const errand: Errand = { headers: await bearer.headers() };
    const { news, hangUp } = connect(wire, { path, input: after(input, last), errand });
    signal?.addEventListener("abort", hangUp);
    let error: MuejamError | undefined;
    try {
      for (let next = await news.read(); !next.done && !signal?.aborted; next = await news.read()) {
        if (next.value instanceof MuejamError) error = next.value;
        else if (next.value === "open") onState?.("live");
        else {
          last = next.value.id;
          yield next.value;
        }
      }
    } finally {
      signal?.removeEventListener("abort", hangUp);
      hangUp();
    }
    if (signal?.aborted) return;
    if (Date.now() - openedAt > goodMs) {
      failures = 0;
      bearer.accepted();
    }
    if (error && bearer.isReplaceable(error)) continue;
    if (error && !mayPass(error)) throw error;
    onState?.("waiting");
    await pause(Math.max(error?.retryAfterMs ?? 0, backOffMs(failures, longestWaitMs)), signal);
  }
}

/** Whoever wants to hear what is to come is patient: also with a bug of MueJam's, and until a stream is free. */
const mayPass = (error: MuejamError): boolean =>
  isPassing(error) || error.code === "STREAMS_FULL" || error.code === "INTERNAL";

const after = (input: unknown, lastEventId: string | undefined): unknown =>
  lastEventId === undefined ? input : { ...Object(input), lastEventId };

/** One connection; what the link would open again by itself is ended instead, so that all waiting is done above. */
function connect(wire: Wire, { path, input, errand }: Connection) {
  const over = new AbortController();
  const stream = new ReadableStream<News>({
    start(controller) {
      const tell = (one: News) => over.signal.aborted || controller.enqueue(one);
      const end = (error?: MuejamError) => {
        if (over.signal.aborted) return;
        over.abort();
        if (error) controller.enqueue(error);
        controller.close();
      };
      const fail = (cause: unknown) => end(errand.refusal ?? errorOf(cause));
      wire.subscription(path, input, {
        context: errand,
        signal: over.signal,
        onStarted: () => tell("open"),
        onData: (told) => tell(told as Told<unknown>),
        onConnectionStateChange: ({ error }) => error && fail(error),
        onError: fail,
        onComplete: () => end(),
      });
    },
  });
  const news = stream.getReader();
  const hangUp = () => {
    over.abort();
    void news.cancel();
  };
  return { news, hangUp };
}
