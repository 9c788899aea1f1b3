import type { OwnStory, StoryInput } from "@muejam/contracts/story";

/** The form as it is typed: the tags are still one line of words. */
export type StoryFields = Omit<StoryInput, "tags"> & { tags: string };

export const blankFields: StoryFields = {
  title: "",
  tagline: "",
  blurb: "",
  language: "en",
  rating: "everyone",
  status: "ongoing",
  notices: [],
  genres: [],
  tags: "",
  licence: "",
  isAiReserved: true,
  whispersFrom: "everyone",
};

export function fieldsOf(story: OwnStory): StoryFields {
  const own = Object.entries(story).filter(([name]) => name in blankFields);
  // safe: the names are those of the form, and a story has every one of them.
  return { ...(Object.fromEntries(own) as Omit<StoryFields, "tags">), tags: story.tags.join(", ") };
}

export const inputOf = ({ tags, ...fields }: StoryFields) => ({
  ...fields,
  tags: tags
    .split(/[,،、，]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ""),
});
