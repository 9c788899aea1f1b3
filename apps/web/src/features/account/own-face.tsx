import type { OwnProfile } from "@muejam/contracts/profile";
import type { ReactNode } from "react";
import { OwnPage } from "./own-page.tsx";

/** About the face that somebody speaks as. */
export function OwnFace({ children }: { children: (face: OwnProfile) => ReactNode }) {
  return (
    <OwnPage>
      {({ profiles, actingAs }) => {
        const face = profiles.find(({ id }) => id === actingAs);
        return face ? children(face) : null;
      }}
    </OwnPage>
  );
}
