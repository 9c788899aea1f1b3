import type { Tag } from "@muejam/contracts/tag";

export const messages: { kinds: Record<Tag["kind"], string>; order: string; about: (name: string) => string } = {
  kinds: { genre: "Genre", free: "Tag" },
  order: "The story with the newest chapter first",
  about: (name) => `Stories on MueJam with the tag ${name}.`,
};
