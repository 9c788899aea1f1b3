import "./lib/zod-config.ts";
import "./styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { watchLostChunks } from "./lib/lost-chunk.ts";
import { findState, takeState } from "./lib/page-state.ts";
import { makeSession, type Session } from "./lib/session.ts";
import { allowSkippedTransitions } from "./lib/skipped-transition.ts";
import { makeRouter } from "./router.tsx";

watchLostChunks();
allowSkippedTransitions();

const root = document.getElementById("root");
const clerkKey = document.querySelector<HTMLMetaElement>("meta[name=clerk-publishable-key]")?.content;
// Without one it is the page that stands in where there is no network.
if (!root) window.addEventListener("online", () => location.reload());
else if (clerkKey === undefined) fill(root, makeSession());
else void import("./lib/clerk-session.ts").then((file) => fill(root, file.makeClerkSession(clerkKey)));

function fill(root: HTMLElement, session: Session): void {
  session.subscribe(() => sayWho(session));
  const router = makeRouter(session);
  const app = (
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>
  );
  const state = findState();
  if (state) {
    const { queryClient } = router.options.context;
    takeState(queryClient, state, session.read().state === "member");
    // The first render must make what the server made: without this the router puts boundaries around it.
    router.ssr = { manifest: undefined };
    // Not awaited: what a route loads imports from the file that this is part of, and waits for its end.
    void router.load().then(() => hydrateRoot(root, app));
  } else {
    // Asked for now, the face is there before the words are, and breaks no line of them anew.
    void document.fonts.load('1rem "Literata Variable"').catch(() => []);
    createRoot(root).render(app);
  }
}

/** As index.html says it before the first paint: what only members have is shown by it. */
const sayWho = (session: Session): void =>
  void document.documentElement.toggleAttribute("data-member", session.read().state === "member");
