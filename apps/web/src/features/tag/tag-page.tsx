import type { Tag } from "@muejam/contracts/tag";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useItemKeys } from "../../lib/use-item-keys.ts";
import { useTitle } from "../../lib/use-title.ts";

const kinds: Record<Tag["kind"], () => string> = { genre: m.tag_kinds_genre, free: m.tag_kinds_free };

export function TagPage({ tag, children }: { tag: Tag; children: ReactNode }) {
  useTitle(titled(tag.name));
  useItemKeys();
  return (
    <div className="max-w-190 pt-8 wide:pt-11">
      <p className="text-talk text-ink-2">{kinds[tag.kind]()}</p>
      <h1 dir="auto" className="display mt-1 mb-4 text-h1 wrap-anywhere">
        {tag.name}
      </h1>
      <hr className="rule" />
      <p className="border-b border-line py-2.5 text-small text-ink-2">{m.tag_order()}</p>
      {children}
    </div>
  );
}
