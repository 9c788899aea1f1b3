import type { OwnProfile } from "@muejam/contracts/profile";
import type { ReactNode } from "react";
import { m } from "#messages";
import { OwnPage } from "./own-page.tsx";

/** About the face that somebody speaks as. */
export function OwnFace({ children }: { children: (face: OwnProfile) => ReactNode }) {
  return (
    <OwnPage>
      {({ profiles, actingAs }) => {
        const face = profiles.find(({ id }) => id === actingAs);
        return face ? (
          <div className="pt-6">
            <p className="mb-5 text-ui text-ink-2 wrap-anywhere">{m.account_face_as({ name: face.displayName })}</p>
            {children(face)}
          </div>
        ) : null;
      }}
    </OwnPage>
  );
}
