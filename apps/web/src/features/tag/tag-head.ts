import { tagPath } from "@muejam/contracts/address";
import type { Tag } from "@muejam/contracts/tag";
import { m } from "#messages";
import type { PageHead } from "../../lib/head.ts";

export const tagHead = (tag: Tag): PageHead => ({
  title: tag.name,
  description: m.tag_about({ name: tag.name }),
  path: tagPath(tag),
  type: "website",
  about: (at) => ({ "@type": "CollectionPage", "@id": at(tagPath(tag)), url: at(tagPath(tag)), name: tag.name }),
});
