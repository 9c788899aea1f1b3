import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Statement } from "./statement.tsx";

export function ForbiddenPage() {
  useTitle(titled(m.shell_forbidden_title()));
  return (
    <Statement title={m.shell_forbidden_title()} body={m.shell_forbidden_body()}>
      <Link to="/" className="link inline-flex min-h-(--hit) items-center text-body">
        {m.shell_forbidden_back()}
      </Link>
    </Statement>
  );
}
