import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StoryInput } from "@muejam/contracts/story";
import { Genre } from "@muejam/contracts/tag";
import { z } from "zod";
import { type Manuscript, readManuscript } from "./manuscript.ts";

const folder = join(import.meta.dirname, "../../../../prisma/seed");

const SeedPerson = z.object({
  handle: z.string(),
  displayName: z.string(),
  bio: z.string(),
  interests: z.array(Genre),
});
export type SeedPerson = z.infer<typeof SeedPerson>;

const SeedStory = StoryInput.extend({ slug: z.string(), author: z.string() });
export type SeedStory = z.infer<typeof SeedStory> & {
  id: string;
  /** Where its pictures lie. */
  folder: string;
  chapters: (Manuscript & { id: string; journalId: string })[];
};

export const readPeople = (): SeedPerson[] => z.array(SeedPerson).parse(readJson(join(folder, "authors.json")));

export function readStories(): SeedStory[] {
  const stories = join(folder, "stories");
  return readdirSync(stories)
    .sort()
    .map((slug) => readStory(join(stories, slug)));
}

function readStory(path: string): SeedStory {
  const story = SeedStory.parse(readJson(join(path, "story.json")));
  const files = readdirSync(path).filter((file) => file.endsWith(".md"));
  const chapters = files
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((file) => ({
      ...readManuscript(readFileSync(join(path, file), "utf8")),
      id: idOf(`${story.slug}/${file}`),
      journalId: idOf(`${story.slug}/${file}/journal`),
    }));
  return { ...story, id: idOf(story.slug), folder: path, chapters };
}

/** The same name has the same id on every machine, so that a start that was broken off goes on where it stood. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(`muejam.seed/${name}`).digest("hex");
  return `019a0000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
