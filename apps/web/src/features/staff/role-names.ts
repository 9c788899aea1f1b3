import type { Role } from "@muejam/contracts/account";
import { m } from "#messages";

export const roleNames: Record<Role, Record<"name" | "about", () => string>> = {
  moderator: { name: m.staff_role_moderator, about: m.staff_role_moderator_about },
  senior: { name: m.staff_role_senior, about: m.staff_role_senior_about },
  administrator: { name: m.staff_role_administrator, about: m.staff_role_administrator_about },
};
