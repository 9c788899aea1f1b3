import { z } from "zod";
import { storyRef } from "./address.ts";

export const StoryRef = z.string().regex(storyRef);
export type StoryRef = z.infer<typeof StoryRef>;
