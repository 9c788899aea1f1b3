/** What the tabs of a browser share. `lead` runs an act while no other tab does, unless it is called off before. */
export type LivePlace = {
  channel: Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;
  lead(act: () => Promise<void>, callOff: AbortSignal): Promise<void>;
};

/** One connection, from behind the number `after`; settles when it is over, for whatever reason. */
export type Connect = (after: number, hear: (seq: number) => void, over: AbortSignal) => Promise<void>;

type Parts = {
  /** Tabs with the same name share one connection. */
  name: string;
  after: number;
  connect: Connect;
  onHint: () => void;
  place?: LivePlace;
  pauseMs?: (failures: number) => number;
};

/** A connection that lasted so long was a good one. */
const goodMs = 30_000;

/**
 * Hints of what is new, through one connection for all tabs: a browser opens few to a server, and pages need them.
 * When the tab that holds it goes, another one goes on behind the last number it heard. Answers how to stop.
 */
export function shareHints({ name, after, connect, onHint, place = browserPlace(name), pauseMs = patience }: Parts) {
  const over = new AbortController();
  let last = after;
  const hear = (seq: number) => {
    last = Math.max(last, seq);
    onHint();
  };
  const hearAndPass = (seq: number) => {
    hear(seq);
    if (!over.signal.aborted) place.channel.postMessage(seq);
  };
  place.channel.onmessage = ({ data }: MessageEvent<number>) => hear(data);

  const stayConnected = async () => {
    for (let failures = 0; !over.signal.aborted; failures += 1) {
      const begunAt = performance.now();
      await connect(last, hearAndPass, over.signal).catch(() => undefined);
      if (performance.now() - begunAt > goodMs) failures = 0;
      await pause(pauseMs(failures), over.signal);
    }
  };
  void place.lead(stayConnected, over.signal).catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });

  return () => {
    over.abort();
    place.channel.close();
  };
}

/** Never all browsers at once, after a server has gone. */
const patience = (failures: number) => Math.min(60_000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2);

function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (over.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    over.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const browserPlace = (name: string): LivePlace => ({
  channel: new BroadcastChannel(`muejam:live:${name}`),
  lead: (act, callOff) => navigator.locks.request(`muejam:live:${name}`, { signal: callOff }, act),
});
