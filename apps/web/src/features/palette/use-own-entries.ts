import { chapterPath, storyPath } from "@muejam/contracts/address";
import { useQueries, useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatNumber } from "../../lib/format.ts";
import type { Entry } from "./entries.ts";

/** The stories changed last: their chapters too. */
const openStories = 5;

/** What a member is in the midst of, as a reader and as an author. */
export function useOwnEntries(isMember: boolean): Entry[] {
  const api = useApi();
  const begun = useQuery(api.reading.continue.queryOptions({ limit: 20 }, { enabled: isMember })).data?.items ?? [];
  const mine = useQuery(api.story.mine.queryOptions({ limit: 50 }, { enabled: isMember })).data?.items ?? [];
  const open = mine.slice(0, openStories);
  const chapters = useQueries({
    queries: open.map(({ id }) => api.story.ownChapters.queryOptions({ id, limit: 50 })),
  }).map(({ data }) => data?.items ?? []);

  return [
    ...begun.map(({ story, next, position }): Entry => {
      const number = next?.number ?? position.current.chapterNumber;
      return {
        id: `read ${story.id}`,
        group: "reading",
        name: story.title,
        about: story.author.displayName,
        language: story.language,
        go: { to: next ? chapterPath(story, { number, title: next.title }) : storyPath(story) },
      };
    }),
    ...mine.map(({ id, title, language }): Entry => {
      return { id, group: "writing", name: title, language, go: { to: `/write/${id}` } };
    }),
    ...open.flatMap((story, index) =>
      (chapters[index] ?? []).map(({ id, number, title }): Entry => {
        const named = title === "" ? { name: m.palette_untitled() } : { name: title, language: story.language };
        const about =
          number === null ? story.title : m.palette_chapter_of({ number: formatNumber(number), story: story.title });
        return { id, group: "writing", ...named, about, go: { to: `/write/${story.id}/${id}` } };
      }),
    ),
  ];
}
