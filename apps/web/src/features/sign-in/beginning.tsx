import { chapterPath } from "@muejam/contracts/address";
import { Cover } from "@muejam/ui/cover";
import { skipToken, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";
import { firstWords } from "./first-words.ts";
import { HouseLine } from "./house-line.tsx";

/** How the newest story begins that is for everyone and in the language of the page, and whose it is. */
export function Beginning() {
  const { story, reading } = useApi();
  // The list of the home page, from where most people come.
  const list = useQuery(story.list.queryOptions({ order: "new", limit: 8 }, { retry: false }));
  const newest = list.data?.items.find(({ rating, language }) => rating === "everyone" && isOfPage(language));
  const first = useQuery(
    reading.chapter.queryOptions(newest ? { ref: newest.ref, number: 1 } : skipToken, { retry: false }),
  );
  if (list.isPending || (newest && first.isPending)) return null;
  const words = first.data ? firstWords(first.data.html) : "";
  if (!newest || !first.data || words === "") return <HouseLine />;
  const language = inLanguage(newest.language);
  return (
    <figure>
      <p className="door-source mb-3.5">{m.sign_in_door_newest()}</p>
      <blockquote className="door-line" {...language}>
        {words}
      </blockquote>
      <figcaption className="door-source door-book">
        <Cover seed={newest.id} title={newest.title} by={newest.author.displayName} isSmall className="w-13.5" />
        <span className="min-w-0">
          <Link
            to={chapterPath(newest, first.data)}
            className="display line-clamp-2 text-body text-ink hover:underline"
          >
            <bdi {...language}>{newest.title}</bdi>
          </Link>
          <bdi>{newest.author.displayName}</bdi>
        </span>
      </figcaption>
    </figure>
  );
}

const isOfPage = (language: string) => language.split("-")[0] === document.documentElement.lang.split("-")[0];
