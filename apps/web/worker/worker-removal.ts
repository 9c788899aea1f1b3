export {};

declare const self: ServiceWorkerGlobalScope;

// Answered in the worker's place when it must go: it takes over at once, and leaves nothing behind, not even itself. It
// hears no fetch, so that pages speak with the server again from the next one on; what is typed in them stays.
self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
