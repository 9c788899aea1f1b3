import type { Profile } from "@muejam/contracts/profile";
import { Icon } from "@muejam/ui/icon";
import { lazy, Suspense, useState } from "react";
import { m } from "#messages";

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
        <Icon path="M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm7 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm7 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z" />
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
