import { Button } from "@muejam/ui/button";
import { useMemo, useState } from "react";
import { m } from "#messages";
import { formatDay, formatNumber, formatTime, isSameDay } from "../../lib/format.ts";
import type { Entry } from "./journal-entries.ts";
import type { Told } from "./journal-store.ts";
import { type Happened, whatHappened } from "./what-happened.ts";

type HistoryRowsProps = { told: Told[] | null; onChoose: (one: Happened) => void };

/** The latest first; each leads to the words as they stood then. */
export function HistoryRows({ told, onChoose }: HistoryRowsProps) {
  const [shown, setShown] = useState(100);
  const all = useMemo(() => told && whatHappened(told), [told]);
  if (!all) return <p aria-busy="true">{m.editor_waiting()}</p>;
  if (all.length === 0) return <p>{m.editor_history_nothing()}</p>;
  return (
    <>
      <ol className="history-rows">
        {all.slice(0, shown).map((one, index) => {
          const before = all[index - 1];
          return (
            <li key={`${one.journal} ${one.until}`}>
              {before && isSameDay(one.at, before.at) ? null : (
                <p className="history-day">{formatDay(new Date(one.at).toISOString())}</p>
              )}
              <button type="button" onClick={() => onChoose(one)}>
                <time dateTime={new Date(one.at).toISOString()}>{formatTime(one.at)}</time>
                <span>
                  {sentenceOf(one.entry)}
                  {one.words ? <q>{endOf(one.words)}</q> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {all.length > shown ? (
        <Button weight="text" onClick={() => setShown(shown + 500)}>
          {m.editor_history_more()}
        </Button>
      ) : null}
    </>
  );
}

const holds = {
  offline: m.editor_history_offline,
  silent: m.editor_history_silent,
  "signed-out": m.editor_history_signed_out,
  "someone-else": m.editor_history_someone_else,
  refused: m.editor_history_refused,
  outdated: m.editor_history_outdated,
};

function sentenceOf(entry: Entry): string {
  switch (entry.kind) {
    case "began":
      return m.editor_history_began({ version: formatNumber(entry.journal.version) });
    case "wrote":
      return entry.change.placed.length === 0 && entry.change.removed.length > 0
        ? m.editor_history_removed()
        : m.editor_history_wrote();
    case "sent":
      return m.editor_history_sent();
    case "confirmed":
      return m.editor_history_confirmed({ words: formatNumber(entry.words), version: formatNumber(entry.version) });
    case "met":
      return entry.conflicts.length > 0 ? m.editor_history_met_torn() : m.editor_history_met();
    case "recovered":
      return m.editor_history_recovered();
    case "held":
      return holds[entry.by]();
    case "freed":
      return m.editor_history_freed();
  }
}

/** Of a long paragraph its end, where most of the writing is done. */
const endOf = (words: string): string => (words.length > 90 ? `…${words.slice(-88).toWellFormed()}` : words);
