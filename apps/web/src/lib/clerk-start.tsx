import { ClerkLoaded, ClerkProvider, useClerk } from "@clerk/clerk-react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import type { Clerk } from "./clerk.ts";

/** Longer than a slow line takes, and told of before ten seconds are over. */
const patienceMs = 9_000;

/** Clerk fetches its own script, and may never say that it could not: then this gives up, and can be begun again. */
export function startClerk(publishableKey: string): Promise<Clerk> {
  const root = createRoot(document.createElement("div"));
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      root.unmount();
      reject(new Error("Clerk's script did not come."));
    }, patienceMs);
    const ready = (clerk: Clerk) => {
      clearTimeout(giveUp);
      resolve(clerk);
    };
    root.render(
      <ClerkProvider
        publishableKey={publishableKey}
        signInUrl="/sign-in"
        signUpUrl="/sign-up"
        afterSignOutUrl="/"
        telemetry={false}
      >
        <ClerkLoaded>
          <Hand over={ready} />
        </ClerkLoaded>
      </ClerkProvider>,
    );
  });
}

function Hand({ over }: { over: (clerk: Clerk) => void }) {
  const clerk = useClerk();
  useEffect(() => over(clerk), [clerk, over]);
  return null;
}
