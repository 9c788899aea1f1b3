import { chapterPath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import type { ChapterLine } from "@muejam/contracts/story";
import { Icon } from "@muejam/ui/icon";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { PageSettings } from "./page-settings.tsx";
import { useAway } from "./use-away.ts";

export function ReadingBar({ chapter, themes }: { chapter: ChapterView; themes: ReactNode }) {
  const { story, previous, next } = chapter;
  const isAway = useAway();
  return (
    <header data-away={isAway} className="reading-bar">
      <nav aria-label={m.chapter_bar()} className="flex min-h-13 items-center gap-1 px-1.5 wide:min-h-14 wide:px-5">
        <Link
          to={storyPath(story)}
          activeOptions={{ exact: true }}
          aria-label={m.chapter_back({ title: story.title })}
          title={m.chapter_back({ title: story.title })}
          className="reading-act"
        >
          <Icon path="m12 19-7-7 7-7M19 12H5" />
        </Link>
        <p className="flex min-w-0 items-baseline gap-3 text-ui text-ink-2 wide:ms-2">
          <b className="truncate font-display text-body font-semibold text-ink" {...inLanguage(story.language)}>
            {story.title}
          </b>
          <bdi className="truncate max-wide:hidden">{story.author.displayName}</bdi>
        </p>
        <div className="ms-auto flex gap-0.5">
          <Turn chapter={chapter} to={previous} name={m.chapter_previous()} rel="prev" path="m15 18-6-6 6-6" />
          <Turn chapter={chapter} to={next} name={m.chapter_next()} rel="next" path="m9 18 6-6-6-6" />
          <PageSettings themes={themes} />
        </div>
      </nav>
    </header>
  );
}

type TurnProps = { chapter: ChapterView; to: ChapterLine | null; name: string; rel: "prev" | "next"; path: string };

function Turn({ chapter, to, name, rel, path }: TurnProps) {
  if (!to) return null;
  return (
    <Link to={chapterPath(chapter.story, to)} rel={rel} aria-label={name} title={name} className="reading-act">
      <Icon path={path} />
    </Link>
  );
}
