import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";

/** Asked again now and then: it is a courtesy, and holds for less than a minute anyway. */
const askMs = 20_000;

/** Who else has a chapter of these stories open; nothing while nobody has. */
export function Company({ storyIds }: { storyIds: readonly string[] }) {
  const { data } = useQuery(
    useApi().team.present.queryOptions(
      { storyIds: storyIds.slice(0, 50) },
      { refetchInterval: askMs, enabled: storyIds.length > 0, retry: false },
    ),
  );
  return (
    <div aria-live="polite">
      {data && data.items.length > 0 ? (
        <ul aria-label={m.write_company()} className="mt-3 text-ui text-ink-2">
          {data.items.map(({ face, storyId, chapter }) => (
            <li key={`${storyId} ${face.id}`} className="wrap-anywhere">
              <Link
                to="/write/$storyId/$chapterId"
                params={{ storyId, chapterId: chapter.id }}
                className="link inline-flex min-h-(--hit) items-center"
              >
                {chapter.number === null
                  ? m.write_company_titled({
                      name: face.displayName,
                      title: chapter.title || m.write_desk_untitled(),
                    })
                  : m.write_company_in({ name: face.displayName, number: chapter.number })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
