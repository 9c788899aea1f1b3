import { PasswordField } from "@muejam/ui/password-field";
import type { ComponentProps } from "react";
import { m } from "#messages";

/** The password, once more: not asked of whoever has just signed in. */
export function ProofField(field: Pick<ComponentProps<typeof PasswordField>, "name" | "defaultValue" | "error">) {
  return (
    <PasswordField
      {...field}
      label={m.security_password_label()}
      words={{
        show: m.security_password_reveal_show(),
        hide: m.security_password_reveal_hide(),
        about: m.security_password_reveal_about(),
      }}
      hint={m.security_passkeys_proof()}
      autoComplete="current-password"
    />
  );
}
