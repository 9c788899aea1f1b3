import type { StoryView } from "@muejam/contracts/story";
import { useId } from "react";
import { formatLanguage, formatList } from "../../lib/format.ts";
import { messages } from "./messages.ts";

export function AboutStory({ story }: { story: StoryView }) {
  const id = useId();
  const notices = story.notices.map((notice) => messages.notices[notice]);
  return (
    <aside aria-labelledby={id}>
      <h2 id={id} className="display border-b border-line pb-2.5 text-lead">
        {messages.about}
      </h2>
      <dl className="mt-3.5 grid grid-cols-[104px_1fr] gap-x-3 gap-y-2 text-ui">
        <dt className="text-ink-3">{messages.noticesLabel}</dt>
        <dd>{notices.length > 0 ? formatList(notices) : messages.noNotices}</dd>
        <dt className="text-ink-3">{messages.language}</dt>
        {/* Two machines may know a rare language by two names. */}
        <dd suppressHydrationWarning>{formatLanguage(story.language)}</dd>
        <dt className="text-ink-3">{messages.rights}</dt>
        <dd className="wrap-anywhere">
          <p>{story.licence || messages.allRights}</p>
          {story.isAiReserved ? <p>{messages.ai}</p> : null}
        </dd>
      </dl>
    </aside>
  );
}
