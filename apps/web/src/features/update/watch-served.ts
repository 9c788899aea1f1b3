import { askServed, type Served } from "../../lib/newer-build.ts";

const everyMs = 10 * 60_000;
const restMs = 30_000;

type Watch = { hear: (served: Served) => void; onReturn: () => void };

/** Asks now and then while the page is looked at, and whenever somebody or the network comes back. */
export function watchServed({ hear, onReturn }: Watch): () => void {
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async () => {
    if (document.visibilityState === "hidden" || performance.now() - askedAt < restMs) return;
    askedAt = performance.now();
    const served = await askServed();
    if (served) hear(served);
  };
  const comeBack = async () => {
    await ask();
    if (document.visibilityState === "visible") onReturn();
  };
  const [back, again] = [() => void comeBack(), () => void ask()];
  const timer = setInterval(again, everyMs);
  document.addEventListener("visibilitychange", back);
  window.addEventListener("online", again);
  again();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", back);
    window.removeEventListener("online", again);
  };
}
