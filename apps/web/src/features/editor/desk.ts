import type { Count } from "@muejam/prose/words";
import type { Standing } from "./autosave.ts";
import type { Opened } from "./use-opened-chapter.ts";

/** Where a chapter is written: what was opened, and how it stands. */
export type Desk = {
  opened: Opened;
  standing: Standing;
  count: Count;
  number: number | null;
  onPublished: (number: number) => void;
};
