import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { Fault } from "./fault.tsx";
import { useRestore } from "./use-history.ts";

type RestoreProps = { storyId: string; chapterId: string; revisionId: string; isOpen: boolean; onClose: () => void };

export function RestoreDialog({ storyId, chapterId, revisionId, isOpen, onClose }: RestoreProps) {
  const restore = useRestore(chapterId);
  const close = () => {
    onClose();
    restore.reset();
  };
  return (
    <Dialog
      title={restore.isSuccess ? m.history_restore_done() : m.history_restore_title()}
      isOpen={isOpen}
      onClose={close}
    >
      {restore.isSuccess ? (
        <p role="status">
          <Link to="/write/$storyId/$chapterId" params={{ storyId, chapterId }} className="link">
            {m.history_restore_see()}
          </Link>
        </p>
      ) : (
        <>
          <p className="mb-4 text-body text-ink-2">{m.history_restore_body()}</p>
          {restore.error ? <Fault error={restore.error} /> : null}
          <div className="mt-3 flex flex-wrap gap-3">
            <Button weight="main" isBusy={restore.isPending} onClick={() => restore.mutate(revisionId)}>
              {m.history_restore_act()}
            </Button>
            <Button className="ms-auto" onClick={close}>
              {m.history_restore_cancel()}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
