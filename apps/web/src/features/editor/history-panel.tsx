import "./history.css";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { formatTime } from "../../lib/format.ts";
import { journalFile } from "../../lib/journal-db.ts";
import { saveFile } from "../../lib/save-file.ts";
import { usePersistence } from "../../lib/use-persistence.ts";
import type { Standing } from "./autosave.ts";
import { HistoryRows } from "./history-rows.tsx";
import { asText, saveWords } from "./journal-export.ts";
import { journalsOf, type Told } from "./journal-store.ts";
import { type Happened, wordsThen } from "./what-happened.ts";

type HistoryPanelProps = {
  standing: Standing;
  profileId: string;
  /** Resolves when nothing is still on its way to this device. */
  keep: () => Promise<void>;
  onClose: () => void;
};

/** What happened to the words, and what they were at any moment: as this device wrote it down. */
export function HistoryPanel({ standing, profileId, keep, onClose }: HistoryPanelProps) {
  const { chapterId, local } = standing.journal;
  const [told, setTold] = useState<Told[] | null>(null);
  const [chosen, setChosen] = useState<Happened | null>(null);
  const isPersistent = usePersistence();
  useEffect(() => {
    keep()
      .then(() => journalsOf(profileId, chapterId))
      .then(setTold, () => setTold([]));
  }, [profileId, chapterId, keep]);
  const name = local.title || m.editor_untitled();
  const then = told && chosen ? wordsThen(told, chosen) : null;
  const saveJournal = async () =>
    saveFile(`${name}.journal.json`, {
      text: await journalFile(told?.map(({ head }) => head) ?? []),
      type: "application/json",
    });
  return (
    <Dialog
      title={chosen && then ? m.editor_history_then({ at: formatTime(chosen.at) }) : m.editor_history_title()}
      isOpen
      onClose={onClose}
    >
      {then ? (
        <textarea readOnly aria-label={m.editor_text()} value={asText(then)} rows={12} className="history-then" />
      ) : (
        <>
          <p className="mb-3 text-small text-ink-2">
            {isPersistent === false ? m.editor_history_may_go() : m.editor_history_here()}
          </p>
          <HistoryRows told={told} onChoose={setChosen} />
        </>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button onClick={() => saveWords(then ?? local, name)}>{m.editor_history_save_words()}</Button>
        {then ? null : (
          <Button weight="text" onClick={() => void saveJournal()}>
            {m.editor_history_save_journal()}
          </Button>
        )}
        <Button weight="text" className="ms-auto" onClick={then ? () => setChosen(null) : onClose}>
          {then ? m.editor_history_back() : m.editor_history_close()}
        </Button>
      </div>
    </Dialog>
  );
}
