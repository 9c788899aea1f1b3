import type { StoryOrder } from "@muejam/contracts/story";

// Not the contract's own list: with it would come all of zod.
export const orders: readonly StoryOrder[] = ["latest", "new", "completed"];
