import type { OwnChapter, OwnStory } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { Icon } from "@muejam/ui/icon";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { inLanguage } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";
import { Bin } from "./bin.tsx";
import { canArrange, nameOf, useArranging } from "./use-arranging.ts";

/** Order and bin. A button that moved a chapter goes along with it and keeps the focus. */
export function ArrangeChapters({ story, chapters }: { story: OwnStory; chapters: readonly OwnChapter[] }) {
  const { shown, move, bin, restore, error } = useArranging(story, chapters);
  const [told, setTold] = useState("");
  const [asked, setAsked] = useState<OwnChapter | null>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });
  const step = (chapter: OwnChapter, by: 1 | -1, button: HTMLButtonElement) => {
    pressed.current = button;
    const to = move(chapter, by);
    if (to !== null)
      setTold(m.write_arrange_moved({ title: nameOf(chapter), to: formatNumber(to), all: formatNumber(shown.length) }));
  };
  const throwAway = (chapter: OwnChapter) => {
    pressed.current = null;
    setAsked(null);
    bin(chapter);
  };
  return (
    <>
      <ActFault error={error} />
      <ol className="arrange">
        {shown.map((chapter, index) => (
          <li key={chapter.id}>
            <span className="display text-h4 text-ink-3 digits">{chapter.number ?? "–"}</span>
            <bdi {...inLanguage(story.language)} className="display text-lead wrap-anywhere">
              {nameOf(chapter)}
            </bdi>
            {canArrange(story, chapter) ? (
              <span className="arrange-acts">
                <Act
                  name={m.write_arrange_up({ title: nameOf(chapter) })}
                  path="m18 15-6-6-6 6"
                  isIdle={index === 0}
                  onPress={(button) => step(chapter, -1, button)}
                />
                <Act
                  name={m.write_arrange_down({ title: nameOf(chapter) })}
                  path="m6 9 6 6 6-6"
                  isIdle={index === shown.length - 1}
                  onPress={(button) => step(chapter, 1, button)}
                />
                <Act
                  name={m.write_arrange_bin({ title: nameOf(chapter) })}
                  path="M3 6h18M8 6V4h8v2M6 6l1 14h10l1-14"
                  onPress={() => (chapter.state === "published" ? setAsked(chapter) : throwAway(chapter))}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="sr-only" aria-live="polite">
        {told}
      </p>
      <Bin story={story} onRestore={restore} />
      <Dialog title={m.write_arrange_ask_title()} isOpen={asked !== null} onClose={() => setAsked(null)}>
        <p className="mb-4 text-body text-ink-2">{m.write_arrange_ask_body()}</p>
        <div className="flex flex-wrap gap-3">
          <Button weight="risk" onClick={() => asked && throwAway(asked)}>
            {m.write_arrange_ask_act()}
          </Button>
          <Button className="ms-auto" onClick={() => setAsked(null)}>
            {m.write_arrange_ask_leave()}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

type ActProps = { name: string; path: string; isIdle?: boolean; onPress: (button: HTMLButtonElement) => void };

function Act({ name, path, isIdle = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={isIdle || undefined}
      onClick={({ currentTarget }) => isIdle || onPress(currentTarget)}
    >
      <Icon path={path} />
    </button>
  );
}
