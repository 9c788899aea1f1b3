import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { useParts } from "./parts.ts";

/** What there is to set, on a phone. */
export function SettingsList() {
  useTitle(titled(m.settings_title()));
  return (
    <>
      <h1 className="display mb-4 text-h1">{m.settings_title()}</h1>
      <hr className="rule" />
      <ul>
        {useParts().map(({ to, title, brief }) => (
          <li key={to} className="border-b border-line">
            <Link to={to} className="grid min-h-(--hit) content-center py-3 hover:bg-well">
              <span className="font-semibold">{title()}</span>
              <span className="text-small text-ink-2">{brief()}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
