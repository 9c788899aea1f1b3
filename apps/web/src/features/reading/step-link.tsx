import { chapterPath, storyPath } from "@muejam/contracts/address";
import type { Continuation } from "@muejam/contracts/reading";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { isRead } from "./standing.ts";

/** On to where somebody stopped; to the next chapter, if that was its end; to the story, if there is no next one. */
export function StepLink({ begun, className }: { begun: Continuation; className: string }) {
  const { story, position, next } = begun;
  const { block, chapterNumber } = position.current;
  const about = <span className="sr-only"> {story.title}</span>;
  if (!isRead(position.current))
    return (
      <Link to={chapterPath(story, { number: chapterNumber, title: "" })} hash={`b-${block}`} className={className}>
        {m.reading_shelf_go()}
        {about}
      </Link>
    );
  return (
    <Link to={next ? chapterPath(story, next) : storyPath(story)} className={className}>
      {next ? m.reading_shelf_next() : m.reading_shelf_all()}
      {about}
    </Link>
  );
}
