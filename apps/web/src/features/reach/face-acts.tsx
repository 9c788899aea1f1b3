import type { Profile } from "@muejam/contracts/profile";
import { Icon } from "@muejam/ui/icon";
import { lazy, Suspense, useState } from "react";
import * as m from "#messages";

const FaceDialog = lazy(async () => ({ default: (await import("./face-dialog.tsx")).FaceDialog }));

/** What a member can do about somebody wherever they meet them. It is loaded when it is asked for. */
export function FaceActs({ face }: { face: Profile }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={open}
        className="inline-flex size-(--hit) flex-none items-center justify-center rounded-control text-ink-2 hover:bg-well"
      >
        <Icon path="M5 12h.01M12 12h.01M19 12h.01" />
        <span className="sr-only">{m.reach_more({ name: face.displayName })}</span>
      </button>
      {wasOpened ? (
        <Suspense>
          <FaceDialog face={face} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
