import "./conflict.css";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { m } from "#messages";
import type { AnyConflict } from "./journal.ts";
import type { Side } from "./readings.ts";

type ConflictBesideProps = {
  conflict: AnyConflict;
  onChoose: (side: Side) => void;
  onBoth: () => void;
  onClose: () => void;
};

/** Both readings whole, beside each other: the line at the foot has room for their beginnings alone. */
export function ConflictBeside({ conflict, onChoose, onBoth, onClose }: ConflictBesideProps) {
  const readings = [
    ["mine", m.editor_conflict_here(), m.editor_conflict_keep_mine()],
    ["theirs", m.editor_conflict_elsewhere(), m.editor_conflict_keep_theirs()],
  ] as const;
  return (
    <Dialog title={m.editor_conflict_beside_title()} isOpen onClose={onClose}>
      <p className="mb-3 text-small text-ink-2">{m.editor_conflict_beside_body()}</p>
      <div className="conflict-beside">
        {readings.map(([side, name, keep]) => (
          <section key={side} aria-label={name}>
            <h3 className="text-small text-ink-3">{name}</h3>
            <p className="conflict-reading">{conflict[side].text || m.editor_conflict_nothing()}</p>
            <Button onClick={() => onChoose(side)}>{keep}</Button>
          </section>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button weight="text" onClick={onBoth}>
          {m.editor_conflict_keep_both()}
        </Button>
        <Button weight="text" className="ms-auto" onClick={onClose}>
          {m.editor_history_close()}
        </Button>
      </div>
    </Dialog>
  );
}
