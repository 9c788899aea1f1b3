import { StoryInput } from "@muejam/contracts/story";
import type { FieldErrors, Resolver } from "react-hook-form";
import { inputOf, type StoryFields } from "./story-fields.ts";

/** Judged by the contract itself, so that what the form lets through the server takes. */
export const storyRules: Resolver<StoryFields, unknown, StoryInput> = (fields) => {
  const judged = StoryInput.safeParse(inputOf(fields));
  if (judged.success) return { values: judged.data, errors: {} };
  const wrong = judged.error.issues.map(({ path: [name], code }) => [name, { type: code }]);
  // safe: the contract names its fields as the form does.
  return { values: {}, errors: Object.fromEntries(wrong) as FieldErrors<StoryFields> };
};
