import { profilePath } from "@muejam/contracts/address";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";

type MenuLinksProps = { face: { handle: string } | undefined; isNew: boolean; onLeave: () => void };

export function MenuLinks({ face, isNew, onLeave }: MenuLinksProps) {
  const ways: readonly (readonly [to: string, words: string])[] = [
    ...(face ? ([[profilePath(face), m.shell_account_page()]] as const) : []),
    ["/settings/profiles", m.shell_account_profiles()],
    ["/settings", m.shell_account_settings()],
    ...(isNew ? ([["/welcome", m.shell_account_welcome()]] as const) : []),
  ];
  return (
    <nav aria-label={m.shell_account_ways()} className="border-t border-line py-2">
      {ways.map(([to, name]) => (
        <Link key={to} to={to} onClick={onLeave} className="menu-way">
          {name}
        </Link>
      ))}
    </nav>
  );
}
