import { tagPath } from "@muejam/contracts/address";
import type { Tag } from "@muejam/contracts/tag";
import { m } from "#messages";
import { tagName } from "../../lib/genre-names.ts";
import type { PageHead } from "../../lib/head.ts";

export const tagHead = (tag: Tag): PageHead => ({
  title: tagName(tag),
  description: m.tag_about({ name: tagName(tag) }),
  path: tagPath(tag),
  type: "website",
  about: (at) => ({ "@type": "CollectionPage", "@id": at(tagPath(tag)), url: at(tagPath(tag)), name: tagName(tag) }),
});
