import type { StoryOrder } from "@muejam/contracts/story";

type Words = {
  title: string;
  claim: string;
  nothing: string;
  went: (count: string, day: string) => string;
  wentOne: (title: string, day: string) => string;
  countless: string;
  counts: readonly string[];
  lists: Record<StoryOrder, { title: string; order: string }>;
};

export const messages: Words = {
  title: "A home for serial fiction",
  claim: "Fiction in parts, read and written chapter by chapter.",
  nothing: "Nothing has been published here yet",
  went: (count, day) => `${count} stories continued on ${day}`,
  wentOne: (title, day) => `${title} continued on ${day}`,
  countless: "Many",
  counts: ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven"],
  lists: {
    latest: { title: "Just continued", order: "By the newest chapter. Nothing else counts." },
    new: { title: "New here", order: "By the day of the first chapter. Every new story is in this list once." },
    completed: { title: "Finished", order: "Told to the end, the latest ending first." },
  },
};

// Not the contract's own list: with it would come all of zod.
export const orders: readonly StoryOrder[] = ["latest", "new", "completed"];
