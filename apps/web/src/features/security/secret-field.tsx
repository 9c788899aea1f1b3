import { PasswordField } from "@muejam/ui/password-field";
import type { ComponentProps } from "react";
import { m } from "#messages";

export function SecretField(field: Omit<ComponentProps<typeof PasswordField>, "words">) {
  const words = {
    show: m.security_password_reveal_show(),
    hide: m.security_password_reveal_hide(),
    about: m.security_password_reveal_about(),
  };
  return <PasswordField {...field} words={words} />;
}
