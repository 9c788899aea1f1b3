import type { StoryView } from "@muejam/contracts/story";
import { SectionHead } from "@muejam/ui/section-head";
import { type ReactNode, useId } from "react";
import { formatLanguage, formatList } from "../../lib/format.ts";
import { messages } from "./messages.ts";

export function AboutStory({ story }: { story: StoryView }) {
  const id = useId();
  const notices = story.notices.map((notice) => messages.notices[notice]);
  return (
    <aside aria-labelledby={id}>
      <SectionHead id={id} title={messages.about} />
      <dl className="mt-3.5 grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-2 text-ui">
        <Line name={messages.noticesLabel}>{notices.length > 0 ? formatList(notices) : messages.noNotices}</Line>
        {/* Two machines may know a rare language by two names. */}
        <Line name={messages.language}>
          <span suppressHydrationWarning>{formatLanguage(story.language)}</span>
        </Line>
        <Line name={messages.rights}>
          <p>{story.licence || messages.allRights}</p>
          <p>{story.isAiReserved ? messages.ai : messages.aiAllowed}</p>
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
