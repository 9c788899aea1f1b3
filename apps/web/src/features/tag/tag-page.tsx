import type { Tag } from "@muejam/contracts/tag";
import { SectionHead } from "@muejam/ui/section-head";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { genreNames, genres, tagName } from "../../lib/genre-names.ts";
import { titled } from "../../lib/head.ts";
import { useItemKeys } from "../../lib/use-item-keys.ts";
import { useTitle } from "../../lib/use-title.ts";

const kinds: Record<Tag["kind"], () => string> = { genre: m.tag_kinds_genre, free: m.tag_kinds_free };

export function TagPage({ tag, children }: { tag: Tag; children: ReactNode }) {
  const name = tagName(tag);
  useTitle(titled(name));
  useItemKeys();
  return (
    <div className="pt-8 wide:pt-11">
      <p className="text-talk text-ink-2">{kinds[tag.kind]()}</p>
      <h1 className="display mt-1 mb-4 text-h1 wrap-anywhere">
        <bdi>{name}</bdi>
      </h1>
      <hr className="rule" />
      <div className="main-and-rail">
        <div className="min-w-0">
          <p className="border-b border-line py-2.5 text-small text-ink-2">{m.tag_order()}</p>
          {children}
        </div>
        <nav aria-labelledby="genres" className="page:pt-6">
          <SectionHead id="genres" title={m.tag_others()} />
          <ul className="mt-2">
            {genres.map((genre) => (
              <li key={genre}>
                <Link
                  to="/tags/$slug"
                  params={{ slug: genre }}
                  className="flex min-h-(--hit) items-center text-ui text-ink-2 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {genreNames[genre]()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
