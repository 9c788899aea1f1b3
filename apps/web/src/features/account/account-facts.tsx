import type { Me } from "@muejam/contracts/account";
import { Facts } from "@muejam/ui/facts";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatDay, formatNumber } from "../../lib/format.ts";

const roles = {
  moderator: m.account_facts_moderator,
  senior: m.account_facts_senior,
  administrator: m.account_facts_administrator,
};

/** What belongs to a person, whatever name they speak as. */
export function AccountFacts({ me }: { me: Me }) {
  const opened = me.profiles.map(({ createdAt }) => createdAt).sort()[0];
  return (
    <div className="pt-6">
      <Facts
        pairs={[
          [m.account_facts_address(), me.isEmailVerified ? m.account_facts_proven() : m.account_facts_unproven()],
          [m.account_facts_names(), me.profiles.map(({ displayName }) => displayName).join(", ")],
          ...(opened ? [[m.account_facts_since(), formatDay(opened)] as const] : []),
          [m.account_facts_keys(), formatNumber(me.keyCount)],
          ...(me.roles.length > 0
            ? [[m.account_facts_roles(), me.roles.map((role) => roles[role]()).join(", ")] as const]
            : []),
        ]}
      />
      <p className="mt-5 flex flex-wrap gap-x-5">
        <Link to="/settings/security" className="link inline-flex min-h-(--hit) items-center text-ui">
          {m.account_settings_sessions_security()}
        </Link>
        {me.roles.length > 0 ? (
          <Link to="/staff" className="link inline-flex min-h-(--hit) items-center text-ui">
            {m.account_facts_staff()}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
