import type { ChapterState, StoryStatus } from "@muejam/contracts/story";
import { Chip } from "@muejam/ui/chip";
import type { ComponentProps } from "react";
import { m } from "#messages";

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

const words = {
  drafting: m.story_status_drafting(),
  ongoing: m.story_status_ongoing(),
  hiatus: m.story_status_hiatus(),
  completed: m.story_status_completed(),
  stubbed: m.story_status_stubbed(),
  draft: m.write_states_draft(),
  published: m.write_states_published(),
  unpublished: m.write_states_unpublished(),
};

export function StateMark({ of }: { of: ChapterState | StoryStatus }) {
  return (
    <span className="text-small whitespace-nowrap">
      <Chip kind={kinds[of]}>{words[of]}</Chip>
    </span>
  );
}
