import type { Me } from "@muejam/contracts/account";
import { profilePath } from "@muejam/contracts/address";
import { Avatar } from "@muejam/ui/avatar";
import { Button } from "@muejam/ui/button";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";

export function FaceList({ me }: { me: Me }) {
  const { actAs } = useSession();
  return (
    <ul>
      {me.profiles.map(({ id, displayName, handle, accent, state }) => (
        <li
          key={id}
          data-accent={accent}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0"
        >
          <span className="accented inline-flex">
            <Avatar name={displayName} />
          </span>
          <div className="min-w-0 flex-1 basis-48">
            <Link
              to={profilePath({ handle })}
              className="inline-flex min-h-(--hit) items-center font-semibold wrap-anywhere hover:underline"
            >
              <bdi>{displayName}</bdi>
            </Link>
            <p className="text-small text-ink-3 wrap-anywhere">
              <bdi dir="ltr">{m.faces_handle({ handle })}</bdi>
              {state === "held" ? <span>. {m.faces_held()}</span> : null}
            </p>
          </div>
          {id === me.actingAs ? (
            <span className="text-small font-semibold text-bottle">{m.faces_speaks()}</span>
          ) : (
            <Button aria-label={m.faces_speak_named({ name: displayName })} onClick={() => actAs(id)}>
              {m.faces_speak()}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
