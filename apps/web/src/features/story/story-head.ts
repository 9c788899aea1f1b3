import { chapterPath, profilePath, storyPath } from "@muejam/contracts/address";
import type { StoryCard, StoryView } from "@muejam/contracts/story";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { type PageHead, titled } from "../../lib/head.ts";
import { ratingNames, statusNames } from "../../lib/story-names.ts";

const named = (story: StoryCard): string => `${story.title}, ${m.story_by()} ${story.author.displayName}`;
export const storyTitle = (story: StoryCard): string => titled(named(story));

export function storyHead(story: StoryView): PageHead {
  return {
    title: named(story),
    description: story.tagline || story.blurb || m.story_chapters({ number: story.chapterCount }),
    path: storyPath(story),
    type: "book",
    isAiReserved: story.isAiReserved,
    isFindable: story.isFindable,
    about: (at) => ({
      "@type": ["Book", "CreativeWorkSeries"],
      "@id": at(storyPath(story)),
      url: at(storyPath(story)),
      name: story.title,
      ...(story.tagline && { alternativeHeadline: story.tagline }),
      ...(story.blurb && { abstract: story.blurb }),
      inLanguage: story.language,
      author: { "@type": "Person", name: story.author.displayName, url: at(profilePath(story.author)) },
      keywords: story.tags.map(({ name }) => name),
      creativeWorkStatus: statusNames[story.status](),
      contentRating: ratingNames[story.rating](),
      datePublished: story.firstPublishedAt,
      dateModified: story.lastPublishedAt,
      ...(story.licence && { usageInfo: story.licence }),
      hasPart: story.chapters.items.map((chapter) => ({
        "@type": "Chapter",
        position: chapter.number,
        name: chapter.title || m.story_untitled({ number: formatNumber(chapter.number) }),
        url: at(chapterPath(story, chapter)),
        datePublished: chapter.publishedAt,
      })),
    }),
  };
}
