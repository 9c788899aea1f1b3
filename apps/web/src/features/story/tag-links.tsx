import { tagPath } from "@muejam/contracts/address";
import type { Tag } from "@muejam/contracts/tag";
import { Link } from "@tanstack/react-router";
import { messages } from "./messages.ts";

export function TagLinks({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label={messages.tags} className="mt-3 flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag.slug}>
          <Link to={tagPath(tag)} rel="tag" className="tag">
            <bdi>{tag.name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
