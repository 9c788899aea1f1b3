import type { Present } from "@muejam/contracts/presence";
import type { OwnStory } from "@muejam/contracts/story";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatNumber } from "../../lib/format.ts";

/** Asked again now and then: it is a courtesy, and holds for less than a minute anyway. */
const askMs = 20_000;

type CompanyProps = {
  stories: readonly OwnStory[] /** Where there is more than one story to be in. */;
  isOfMany?: boolean;
};

/** Who else has a chapter of these stories open; nothing while nobody has. */
export function Company({ stories, isOfMany = false }: CompanyProps) {
  const storyIds = stories.slice(0, 50).map(({ id }) => id);
  const { data } = useQuery(
    useApi().team.present.queryOptions(
      { storyIds },
      { refetchInterval: askMs, enabled: storyIds.length > 0, retry: false },
    ),
  );
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  return (
    <div aria-live="polite">
      {data && data.items.length > 0 ? (
        <ul aria-label={m.write_company()} className="flex flex-wrap gap-x-6 pt-3 pb-2 text-ui">
          {data.items.map((one) => (
            <li key={`${one.storyId} ${one.face.id}`} className="min-w-0 wrap-anywhere">
              <Link
                to="/write/$storyId/$chapterId"
                params={{ storyId: one.storyId, chapterId: one.chapter.id }}
                className="link inline-flex min-h-(--hit) items-center"
              >
                {isOfMany ? wordsOfMany(one, titles.get(one.storyId) ?? "") : wordsOf(one)}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function wordsOf({ face: { displayName: name }, chapter: { number, title } }: Present): string {
  return number === null
    ? m.write_company_titled({ name, title: title || m.write_desk_untitled() })
    : m.write_company_in({ name, number: formatNumber(number) });
}

function wordsOfMany({ face: { displayName: name }, chapter: { number, title } }: Present, story: string): string {
  return number === null
    ? m.write_company_titled_of({ name, title: title || m.write_desk_untitled(), story })
    : m.write_company_in_of({ name, number: formatNumber(number), story });
}
