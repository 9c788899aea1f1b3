import literata from "@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url";
import { chapterPath, profilePath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import type { StoryView } from "@muejam/contracts/story";
import { m } from "#messages";
import { scriptOf } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";
import type { PageHead } from "../../lib/head.ts";
import { opening } from "./opening.ts";

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
