import type { StoryView } from "@muejam/contracts/story";
import { SectionHead } from "@muejam/ui/section-head";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { formatLanguage, formatList } from "../../lib/format.ts";
import { noticeNames } from "../../lib/story-names.ts";

export function AboutStory({ story }: { story: StoryView }) {
  const id = useId();
  const notices = story.notices.map((notice) => noticeNames[notice]());
  return (
    <aside aria-labelledby={id}>
      <SectionHead id={id} title={m.story_about()} />
      <dl className="mt-3.5 grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-2 text-ui">
        <Line name={m.story_notices_label()}>{notices.length > 0 ? formatList(notices) : m.story_no_notices()}</Line>
        {/* Two machines may know a rare language by two names. */}
        <Line name={m.story_language()}>
          <span suppressHydrationWarning>{formatLanguage(story.language)}</span>
        </Line>
        <Line name={m.story_rights()}>
          <p>{story.licence || m.story_all_rights()}</p>
          <p>{story.isAiReserved ? m.story_ai() : m.story_ai_allowed()}</p>
        </Line>
      </dl>
    </aside>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
