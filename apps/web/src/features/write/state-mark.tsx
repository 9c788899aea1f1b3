import type { ChapterState, StoryStatus } from "@muejam/contracts/story";
import { Chip } from "@muejam/ui/chip";
import type { ComponentProps } from "react";
import { messages } from "./messages.ts";

const kinds: Record<ChapterState | StoryStatus, ComponentProps<typeof Chip>["kind"]> = {
  completed: "done",
  draft: "open",
  drafting: "open",
  hiatus: "resting",
  ongoing: "on",
  published: "on",
  stubbed: "gone",
  unpublished: "resting",
};

const words = { ...messages.statuses, ...messages.states };

export function StateMark({ of }: { of: ChapterState | StoryStatus }) {
  return (
    <span className="text-small whitespace-nowrap">
      <Chip kind={kinds[of]}>{words[of]}</Chip>
    </span>
  );
}
