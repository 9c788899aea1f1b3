import type { Clerk } from "../../lib/clerk.ts";
import { clerkLook } from "../../lib/clerk-look.ts";
import { ClerkPlace } from "./clerk-place.tsx";

/** Address, password, second step and devices, where Clerk keeps them. */
export const ClerkProfile = () => (
  <div className="pt-6">
    <ClerkPlace put={put} />
  </div>
);

function put(clerk: Clerk, place: HTMLDivElement): () => void {
  clerk.mountUserProfile(place, { appearance: clerkLook(), routing: "hash" });
  return () => clerk.unmountUserProfile(place);
}
