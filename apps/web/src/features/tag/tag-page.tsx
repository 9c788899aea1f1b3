import type { Tag } from "@muejam/contracts/tag";
import type { ReactNode } from "react";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";

export function TagPage({ tag, children }: { tag: Tag; children: ReactNode }) {
  useTitle(titled(tag.name));
  return (
    <div className="max-w-190 pt-8">
      <p className="text-talk text-ink-2">{messages.kinds[tag.kind]}</p>
      <h1 dir="auto" className="display mt-1 text-h1 wrap-anywhere">
        {tag.name}
      </h1>
      <hr className="rule mt-6" />
      <p className="border-b border-line py-2.5 text-small text-ink-2">{messages.order}</p>
      {children}
    </div>
  );
}
