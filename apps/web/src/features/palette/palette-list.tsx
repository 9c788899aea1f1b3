import { useEffect } from "react";
import { inLanguage } from "../../lib/direction.ts";
import type { Entry } from "./entries.ts";
import { messages } from "./messages.ts";

type PaletteListProps = {
  id: string;
  entries: readonly Entry[];
  at: number;
  onPoint: (index: number) => void;
  onGo: (entry: Entry) => void;
};

/** The field keeps focus: what is chosen is told by `aria-activedescendant`. */
export function PaletteList({ id, entries, at, onPoint, onGo }: PaletteListProps) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  const groups = [...new Set(entries.map(({ group }) => group))];
  if (entries.length === 0)
    return (
      <div className="palette-nothing">
        <p className="display text-h4">{messages.nothing}</p>
        <p className="mt-1 font-book text-talk text-ink-2">{messages.nothingBody}</p>
      </div>
    );
  return (
    <div role="listbox" id={`${id}-list`} aria-label={messages.title} className="palette-list">
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="palette-group">
            {messages.groups[group]}
          </p>
          {entries.map((entry, index) =>
            entry.group === group ? (
              <button
                type="button"
                key={entry.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onPointerMove={() => onPoint(index)}
                onClick={() => onGo(entry)}
                className="palette-option"
              >
                <span {...(entry.language === undefined ? {} : inLanguage(entry.language))}>{entry.name}</span>
                {entry.about ? <small>{entry.about}</small> : null}
              </button>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
