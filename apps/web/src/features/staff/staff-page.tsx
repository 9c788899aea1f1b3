import type { Me } from "@muejam/contracts/account";
import { KeepFocus } from "@muejam/ui/keep-focus";
import { SettingsSection } from "@muejam/ui/settings-section";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { actsOf } from "./acts.ts";
import { FaceForm } from "./face-form.tsx";
import { RoleSettings } from "./role-settings.tsx";
import type { Proven } from "./use-roles.ts";

/** Whoever has a role; the server asks for it again at each act. */
export function StaffPage({ me, proven }: { me: Me; proven: Proven }) {
  useTitle(titled(m.staff_title()));
  return (
    <KeepFocus className="pt-9">
      <h1 className="display text-h1">{m.staff_title()}</h1>
      <p className="mt-2 mb-5 text-ink-2">{m.staff_body()}</p>
      <hr className="rule" />
      {me.roles.includes("administrator") ? <RoleSettings proven={proven} /> : null}
      <SettingsSection id="face" title={m.staff_face()} body={m.staff_face_body()}>
        <FaceForm acts={actsOf(me.roles)} />
      </SettingsSection>
    </KeepFocus>
  );
}
