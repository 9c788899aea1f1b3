import literata from "@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url";
import { chapterPath, profilePath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import type { StoryView } from "@muejam/contracts/story";
import { m } from "#messages";
import { scriptOf } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";
import type { PageHead } from "../../lib/head.ts";

export const chapterTitle = ({ number, title, story }: ChapterView): string =>
  [title === "" ? m.chapter_untitled({ number: formatNumber(number) }) : `${number}. ${title}`, story.title].join(
    " · ",
  );

/** What its author asks of machines. */
type Wishes = Pick<StoryView, "isAiReserved" | "isFindable">;

export function chapterHead(chapter: ChapterView, { isAiReserved, isFindable }: Wishes): PageHead {
  const { story } = chapter;
  return {
    title: chapterTitle(chapter),
    description: opening(chapter.html) || story.tagline || story.title,
    path: chapterPath(story, chapter),
    type: "article",
    isAiReserved,
    isFindable,
    face: scriptOf(story.language) === "Latn" ? literata : undefined,
    about: (at) => ({
      "@type": "Chapter",
      "@id": at(chapterPath(story, chapter)),
      url: at(chapterPath(story, chapter)),
      name: chapter.title || m.chapter_untitled({ number: formatNumber(chapter.number) }),
      position: chapter.number,
      inLanguage: story.language,
      wordCount: chapter.words,
      datePublished: chapter.publishedAt,
      dateModified: chapter.revisedAt,
      author: { "@type": "Person", name: story.author.displayName, url: at(profilePath(story.author)) },
      isPartOf: {
        "@type": ["Book", "CreativeWorkSeries"],
        "@id": at(storyPath(story)),
        url: at(storyPath(story)),
        name: story.title,
      },
    }),
  };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The first words, from the markup that the edition was rendered to: it holds no comments and no scripts. */
const opening = (html: string): string =>
  html
    .slice(0, 2000)
    .replace(/<[^>]*>?/g, " ")
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => entities[name] ?? whole);
