import { profilePath } from "@muejam/contracts/address";
import { Link } from "@tanstack/react-router";
import { messages } from "./messages.ts";

type MenuLinksProps = { face: { handle: string } | undefined; isNew: boolean; onLeave: () => void };

export function MenuLinks({ face, isNew, onLeave }: MenuLinksProps) {
  const words = messages.account;
  const ways: readonly (readonly [to: string, words: string])[] = [
    ...(face ? ([[profilePath(face), words.page]] as const) : []),
    ["/settings", words.settings],
    ...(isNew ? ([["/welcome", words.welcome]] as const) : []),
  ];
  return (
    <nav aria-label={words.ways} className="border-t border-line py-2">
      {ways.map(([to, name]) => (
        <Link key={to} to={to} onClick={onLeave} className="menu-way">
          {name}
        </Link>
      ))}
    </nav>
  );
}
