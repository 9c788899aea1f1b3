import type { ComponentType, ReactNode } from "react";
import { m } from "#messages";
import { formatShortTime } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { usePersistence } from "../../lib/use-persistence.ts";
import type { Autosave, Standing, Trouble } from "./autosave.ts";
import { saveWords } from "./journal-export.ts";

/** Over the page: whoever has lost their session signs in without leaving what they write. */
export type SignInAgain = ComponentType<{ name: string; onClose: () => void }>;

/** `name`: who writes. */
type TroubleNoteProps = { autosave: Autosave; standing: Standing; name: string; onSignIn: () => void };

/** What holds the words up, where they are meanwhile, and what can be done. */
export function TroubleNote({ autosave, standing, name, onSignIn }: TroubleNoteProps) {
  const { isKept, trouble, journal } = standing;
  const isPersistent = usePersistence();
  if (isKept && !trouble) return null;
  const goesUp = trouble?.kind === "offline" || trouble?.kind === "silent";
  const isSure = isPersistent !== false;
  const kept = goesUp ? m.editor_status_is_kept() : m.editor_status_is_only_kept();
  const { title } = journal.local;
  return (
    <p>
      {trouble ? `${sentenceOf(trouble, name)} ` : null}
      {isKept ? (
        isSure ? (
          kept
        ) : (
          m.editor_status_may_go()
        )
      ) : (
        <>
          {`${m.editor_status_keep_open()} `}
          <Act
            name={m.editor_status_save_words()}
            onClick={() => saveWords(journal.local, title || m.editor_untitled())}
          />
        </>
      )}
      {trouble ? " " : null}
      {trouble ? <WayOut {...{ autosave, trouble, name, onSignIn }} /> : null}
    </p>
  );
}

function sentenceOf({ kind, since, error }: Trouble, name: string): string {
  const time = formatShortTime(since);
  switch (kind) {
    case "offline":
      return m.editor_status_offline({ time });
    case "silent":
      return m.editor_status_silent({ time });
    case "signed-out":
      return m.editor_status_signed_out();
    case "someone-else":
      return m.editor_status_someone_else({ name });
    case "outdated":
      return m.editor_status_outdated();
    case "refused":
      return explain(error).sentence;
  }
}

type WayOutProps = Omit<TroubleNoteProps, "standing"> & { trouble: Trouble };

function WayOut({ autosave, trouble, name, onSignIn }: WayOutProps): ReactNode {
  switch (trouble.kind) {
    case "signed-out":
      return <Act name={m.editor_status_sign_in()} onClick={onSignIn} />;
    case "someone-else":
      return <Act name={m.editor_status_sign_in_as({ name })} onClick={onSignIn} />;
    case "outdated":
      return <Act name={m.editor_status_reload()} onClick={() => window.location.reload()} />;
    case "refused":
      return <Act name={m.editor_retry()} onClick={() => void autosave.wake()} />;
    default:
      return null;
  }
}

function Act({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="link" onClick={onClick}>
      {name}
    </button>
  );
}
