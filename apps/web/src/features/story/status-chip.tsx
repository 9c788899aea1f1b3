import type { StoryStatus } from "@muejam/contracts/story";
import { Chip } from "@muejam/ui/chip";
import type { ComponentProps } from "react";
import { statusNames } from "../../lib/story-names.ts";

const kinds: Record<StoryStatus, ComponentProps<typeof Chip>["kind"]> = {
  drafting: "open",
  ongoing: "on",
  hiatus: "resting",
  completed: "done",
  stubbed: "gone",
};

export const StatusChip = ({ status }: { status: StoryStatus }) => (
  <Chip kind={kinds[status]}>{statusNames[status]()}</Chip>
);
