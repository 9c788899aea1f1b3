import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useTitle } from "../../lib/use-title.ts";
import { Statement } from "./statement.tsx";

export function MissingPage() {
  useTitle(`${m.shell_missing_title()} · MueJam`);
  return (
    <Statement title={m.shell_missing_title()} body={m.shell_missing_body()}>
      <Link to="/" className="link inline-flex min-h-(--hit) items-center text-body">
        {m.shell_missing_back()}
      </Link>
    </Statement>
  );
}
