import type { Continuation } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import { ContinueLead } from "./continue-lead.tsx";
import { ContinueSide } from "./continue-side.tsx";
import { messages } from "./messages.ts";

/** The three stories read last. Its place is kept from the first paint, so that nothing beneath it moves. */
export function ContinueShelf() {
  const { state } = useSession();
  const words = messages.shelf;
  const options = useApi().reading.continue.queryOptions({ limit: 3 }, { enabled: state === "member" });
  const { data, isError } = useQuery(options);
  const [lead, ...others] = data?.items ?? [];
  if (state === "visitor") return null;
  return (
    <section aria-label={words.title} aria-busy={!data && !isError} className="continue">
      {lead ? (
        <>
          <ContinueLead begun={lead} />
          {others.map((begun: Continuation) => (
            <ContinueSide key={begun.story.id} begun={begun} />
          ))}
        </>
      ) : null}
      {data && !lead ? <Empty title={words.empty} about={words.about} /> : null}
      {isError ? <Empty title={words.title} about={words.failed} /> : null}
    </section>
  );
}

function Empty({ title, about }: { title: string; about: string }) {
  return (
    <div className="max-w-140 py-8">
      <h2 className="display text-h3">{title}</h2>
      <p className="mt-2 font-book text-lead text-ink-2">{about}</p>
    </div>
  );
}
