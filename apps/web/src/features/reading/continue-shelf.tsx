import type { Continuation } from "@muejam/contracts/reading";
import type { StoryCard } from "@muejam/contracts/story";
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import { ContinueLead } from "./continue-lead.tsx";
import { ContinueSide } from "./continue-side.tsx";
import { NothingBegun } from "./nothing-begun.tsx";

/** The three stories read last, or one to begin. Its place is kept from the first paint: nothing beneath it moves. */
export function ContinueShelf({ first }: { first: StoryCard | undefined }) {
  const { state } = useSession();
  const options = useApi().reading.continue.queryOptions({ limit: 3 }, { enabled: state === "member" });
  const { data, isError } = useQuery(options);
  const [lead, ...others] = data?.items ?? [];
  if (state === "visitor") return null;
  return (
    <section aria-label={m.reading_shelf_title()} aria-busy={!data && !isError} className="continue">
      {lead ? (
        <>
          <ContinueLead begun={lead} />
          {others.map((begun: Continuation) => (
            <ContinueSide key={begun.story.id} begun={begun} />
          ))}
        </>
      ) : null}
      {data && !lead ? <NothingBegun first={first} /> : null}
      {isError && !data ? <p className="py-8 font-book text-lead text-ink-2">{m.reading_shelf_failed()}</p> : null}
    </section>
  );
}
