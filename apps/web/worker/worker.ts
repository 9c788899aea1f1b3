export {};

declare const self: ServiceWorkerGlobalScope;
/** Put here by the build: its name, and what the page for no network is made of. */
declare const BUILD: { name: string; files: readonly string[] };

const offlinePage = "/offline.html";
/** What is not named so belongs to somebody else, and is left alone. */
const prefix = "muejam:pages:";
const shelf = prefix + BUILD.name;

// Only files that are the same for everybody are ever kept here: no page that was asked for, no answer of a call.
self.addEventListener("install", (event) => event.waitUntil(keepPage()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(visit(event));
  else if (BUILD.files.includes(new URL(request.url).pathname)) event.respondWith(fetchKept(request));
});

async function keepPage(): Promise<void> {
  const cache = await caches.open(shelf);
  await cache.addAll([new Request(offlinePage, { cache: "no-cache", credentials: "omit" }), ...BUILD.files]);
  // Nothing but what happens without a network differs from the worker before: nobody has to wait for it.
  await self.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== shelf).map((name) => caches.delete(name)),
  );
  await self.registration.navigationPreload?.enable();
}

/** Every page comes from the network, as if nobody stood here; without one there is a page that says so. */
async function visit({ request, preloadResponse }: FetchEvent): Promise<Response> {
  try {
    const ahead: Response | undefined = await preloadResponse;
    return ahead ?? (await fetch(request));
  } catch (error) {
    const page = await caches.match(offlinePage);
    if (page) return page;
    throw error;
  }
}

const fetchKept = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);
