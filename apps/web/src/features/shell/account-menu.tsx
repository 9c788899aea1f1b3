import { Avatar } from "@muejam/ui/avatar";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";

import { explain } from "../../lib/refusal-messages.ts";
import type { Unsent } from "../../lib/unsent-work.ts";
import { useSession } from "../../lib/use-session.ts";
import { FaceChoice } from "./face-choice.tsx";
import { MenuLinks } from "./menu-links.tsx";
import { useMe } from "./use-me.ts";

const UnsentDialog = lazy(async () => ({ default: (await import("./unsent-dialog.tsx")).UnsentDialog }));

/** The popover is the browser's own: it closes on Escape or a press outside, and gives focus back. */
export function AccountMenu() {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const { actAs, signOut } = useSession();
  const me = useMeHere();
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const leaving = useMutation({
    mutationFn: signOut,
    networkMode: "always",
    // What was pressed goes with the menu.
    onSuccess: () => document.getElementById("main")?.focus(),
  });
  const leave = async () => {
    const { unsentWork } = await import("../../lib/unsent-work.ts");
    const waiting = await unsentWork(me?.profiles.map(({ id }) => id) ?? []);
    if (waiting.length === 0) return leaving.mutate();
    menu.current?.hidePopover();
    setUnsent(waiting);
  };
  const face = me?.profiles.find((profile) => profile.id === me.actingAs);
  const fault = leaving.error && explain(leaving.error);

  return (
    <>
      <button type="button" popoverTarget={id} title={face?.displayName} className="face-button">
        <Avatar name={face?.displayName ?? ""} size="small" />
        <span className="sr-only">
          {face ? m.shell_account_open({ name: face.displayName }) : m.shell_account_nobody_yet()}
        </span>
      </button>
      <div id={id} ref={menu} popover="auto" className="bar-popover wide:w-70">
        {face ? (
          <p className="mb-3 wrap-anywhere">
            <b className="block font-display text-talk font-semibold">{face.displayName}</b>
            <span className="text-small text-ink-3">{m.shell_account_handle({ handle: face.handle })}</span>
          </p>
        ) : null}
        {me && me.profiles.length > 1 ? (
          <FaceChoice
            faces={me.profiles}
            chosen={me.actingAs}
            onChoose={(profileId) => {
              menu.current?.hidePopover();
              actAs(profileId);
            }}
          />
        ) : null}
        <MenuLinks face={face} isNew={me?.isOnboarded === false} onLeave={() => menu.current?.hidePopover()} />
        <div className="border-t border-line pt-2">
          <Button weight="text" isBusy={leaving.isPending} onClick={() => void leave()}>
            {m.shell_account_sign_out()}
          </Button>
          {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
        </div>
      </div>
      {unsent.length > 0 ? (
        <Suspense>
          <UnsentDialog unsent={unsent} onClose={() => setUnsent([])} onLeave={() => leaving.mutate()} />
        </Suspense>
      ) : null}
    </>
  );
}

function useMeHere() {
  const { actingAs, actAs } = useSession();
  const me = useMe();
  const isFaceGone = actingAs !== null && appErrorOf(me.error)?.code === "FORBIDDEN";
  useEffect(() => {
    // Closed meanwhile, perhaps elsewhere: as long as it is asked for, everything is refused.
    if (isFaceGone) actAs(null);
  }, [isFaceGone, actAs]);
  return me.data;
}
