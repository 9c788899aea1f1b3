import { useEffect } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import type { Entry } from "./entries.ts";

type PaletteListProps = {
  id: string;
  entries: readonly Entry[];
  at: number;
  onPoint: (index: number) => void;
  onGo: (entry: Entry) => void;
};

const groupNames = {
  exact: m.palette_groups_exact,
  pages: m.palette_groups_pages,
  reading: m.palette_groups_reading,
  writing: m.palette_groups_writing,
  faces: m.palette_groups_faces,
  look: m.palette_groups_look,
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
        <p className="display text-h4">{m.palette_nothing()}</p>
        <p className="mt-1 font-book text-talk text-ink-2">{m.palette_nothing_body()}</p>
      </div>
    );
  return (
    <div role="listbox" id={`${id}-list`} aria-label={m.palette_title()} className="palette-list">
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="palette-group">
            {groupNames[group]()}
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
