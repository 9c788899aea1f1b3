import { Link } from "@tanstack/react-router";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { Statement } from "./statement.tsx";

export function MissingPage() {
  const words = messages.missing;
  useTitle(`${words.title} · MueJam`);
  return (
    <Statement title={words.title} body={words.body}>
      <Link to="/status" className="link inline-flex min-h-(--hit) items-center text-body">
        {words.back}
      </Link>
    </Statement>
  );
}
