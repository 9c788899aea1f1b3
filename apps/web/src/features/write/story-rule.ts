import { StoryInput } from "@muejam/contracts/story";
import type { Rule } from "../../lib/fields.ts";
import { inputOf, type StoryFields } from "./story-fields.ts";

/** Judged by the contract itself, so that what the form lets through the server takes. */
export const storyRule: Rule<StoryInput> = {
  // safe: a form is read as its start has it.
  safeParse: (fields) => StoryInput.safeParse(inputOf(fields as StoryFields)),
};
