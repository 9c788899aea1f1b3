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
  drafting: m.write_statuses_drafting(),
  ongoing: m.write_statuses_ongoing(),
  hiatus: m.write_statuses_hiatus(),
  completed: m.write_statuses_completed(),
  stubbed: m.write_statuses_stubbed(),
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
