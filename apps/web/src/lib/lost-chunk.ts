import { keptIn } from "./kept.ts";
import { askServed, ownBuild } from "./newer-build.ts";
import { giveBackTyped, keepTyped, readTyped, type Typed } from "./typed-text.ts";

const kept = keptIn(() => sessionStorage);
const mark = "muejam:began-anew-for";
const lost = new WeakSet<object>();
/** As it was when a part was missed; whatever shows that takes the fields down. */
let typed: Typed | null = null;

export const isLostChunk = (error: unknown): boolean => typeof error === "object" && error !== null && lost.has(error);

/** A part of the app that comes when it is needed may be gone since a deploy, or the network is. */
export function watchLostChunks(): void {
  giveBackTyped();
  // It has come: should it go and come again, the tab may follow it again.
  if (kept.get(mark) === ownBuild()) kept.set(mark, null);
  window.addEventListener("vite:preloadError", ({ payload }) => {
    lost.add(payload);
    typed = readTyped();
    // The router would load its page anew by itself, even where there is no network to load it from.
    kept.set(`tanstack_router_reload:${payload.message}`, "1");
  });
  // Where no page shows what went wrong, such as a form whose rules do not come.
  window.addEventListener("unhandledrejection", (event) => {
    if (!isLostChunk(event.reason)) return;
    event.preventDefault();
    void beginAnewAfterDeploy();
  });
}

/** Once for a build: if that does not have the part either, loading it again and again brings nothing. */
export async function beginAnewAfterDeploy(): Promise<void> {
  const served = await askServed();
  if (!served || served.build === ownBuild() || kept.get(mark) === served.build) return;
  kept.set(mark, served.build);
  beginAnew();
}

/** The same page from the server, with all that was typed in this one. */
export function beginAnew(): void {
  const here = readTyped();
  keepTyped(here.fields.length > 0 ? here : (typed ?? here));
  location.reload();
}
