import { SettingsSection } from "@muejam/ui/settings-section";
import { m } from "#messages";
import { RoleForm } from "./role-form.tsx";
import { RoleList } from "./role-list.tsx";
import { type Proven, useRoles } from "./use-roles.ts";

/** For administrators. */
export function RoleSettings({ proven }: { proven: Proven }) {
  const { list, end, give } = useRoles(proven);
  return (
    <>
      <SettingsSection id="roles" title={m.staff_roles()} body={m.staff_roles_body()}>
        <RoleList list={list} end={end} />
      </SettingsSection>
      <SettingsSection id="new-role" title={m.staff_role_new()} body={m.staff_role_new_body()}>
        <RoleForm give={give} />
      </SettingsSection>
    </>
  );
}
