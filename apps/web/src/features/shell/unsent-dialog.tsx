import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatDay, formatTime } from "../../lib/format.ts";
import { journalFile } from "../../lib/journal-db.ts";
import { saveFile } from "../../lib/save-file.ts";
import type { Unsent } from "../../lib/unsent-work.ts";

type UnsentDialogProps = { unsent: readonly Unsent[]; onClose: () => void; onLeave: () => void };

/** Asks before a sign-out what is to become of words that no server has. Whatever is chosen, nothing is cleared. */
export function UnsentDialog({ unsent, onClose, onLeave }: UnsentDialogProps) {
  const save = async () =>
    saveFile("muejam.journal.json", { text: await journalFile(unsent), type: "application/json" });
  return (
    <Dialog title={m.shell_unsent_title()} isOpen onClose={onClose}>
      <p className="mb-3 text-body text-ink-2">{m.shell_unsent_body()}</p>
      <ul className="mb-4">
        {unsent.map(({ id, storyId, chapterId, title, touchedAt, pictures }) => (
          <li key={id} className="border-t border-line py-2 wrap-anywhere">
            <Link to="/write/$storyId/$chapterId" params={{ storyId, chapterId }} className="link" onClick={onClose}>
              {m.shell_unsent_send({ title: title || m.shell_unsent_untitled() })}
            </Link>
            <p className="text-small text-ink-3">
              {m.shell_unsent_touched({
                day: formatDay(new Date(touchedAt).toISOString()),
                time: formatTime(touchedAt),
              })}
              {pictures > 0 ? ` ${m.shell_unsent_pictures({ count: pictures })}` : null}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onLeave}>{m.shell_unsent_keep()}</Button>
        <Button weight="text" onClick={() => void save()}>
          {m.shell_unsent_save()}
        </Button>
        <Button weight="text" className="ms-auto" onClick={onClose}>
          {m.shell_unsent_stay()}
        </Button>
      </div>
    </Dialog>
  );
}
