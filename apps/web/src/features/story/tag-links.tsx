import { tagPath } from "@muejam/contracts/address";
import type { Tag } from "@muejam/contracts/tag";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { tagName } from "../../lib/genre-names.ts";

/** In a list they are words among others, not boxes. */
export function TagLinks({ tags, isPlain = false }: { tags: readonly Tag[]; isPlain?: boolean }) {
  if (tags.length === 0) return null;
  return (
    <ul
      aria-label={m.story_tags()}
      className={
        isPlain
          ? "mt-1 flex flex-wrap gap-x-3.5 max-wide:max-h-(--hit) max-wide:overflow-hidden"
          : "mt-5 flex flex-wrap gap-2"
      }
    >
      {tags.map((tag) => (
        <li key={tag.slug}>
          <Link to={tagPath(tag)} rel="tag" className={isPlain ? "tag-word" : "tag"}>
            <bdi>{tagName(tag)}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
