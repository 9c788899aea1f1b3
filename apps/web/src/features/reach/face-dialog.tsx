import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { useShut } from "./use-shut.ts";

type FaceDialogProps = { face: Profile; isOpen: boolean; onClose: () => void };

/** Says what each act does before it is done, and takes it back as long as it is open; then the page follows. */
export function FaceDialog({ face, isOpen, onClose }: FaceDialogProps) {
  const { account, social } = useApi();
  const cache = useQueryClient();
  const here = useQuery(social.profileHere.queryOptions({ profileId: face.id }));
  const me = useQuery(account.me.queryOptions(undefined, { staleTime: 60_000 })).data;
  const speaker = me?.profiles.find(({ id }) => id === me.actingAs)?.displayName ?? "";
  const [done, setDone] = useState<{ block?: boolean; mute?: boolean }>({});
  const { block, mute, error } = useShut(face.id, (kind, isOn) => setDone((known) => ({ ...known, [kind]: isOn })));
  const close = () => {
    onClose();
    if (Object.keys(done).length > 0) void cache.invalidateQueries();
  };
  const name = face.displayName;
  return (
    <Dialog title={name} isOpen={isOpen} onClose={close}>
      <Act
        title={m.reach_mute()}
        body={m.reach_mute_body({ name })}
        words={{ on: m.reach_mute_done(), begin: m.reach_mute_act({ name }), end: m.reach_unmute() }}
        isOn={done.mute ?? here.data?.isMuted ?? false}
        shut={mute}
      />
      <Act
        title={m.reach_block()}
        body={m.reach_block_body({ name })}
        words={{ on: m.reach_block_done(), begin: m.reach_block_act({ name, speaker }), end: m.reach_unblock() }}
        isOn={done.block ?? here.data?.isBlocked ?? false}
        shut={block}
      />
      <ActFault error={error} />
      <p className="mt-5">
        <Button onClick={close}>{m.reach_close()}</Button>
      </p>
    </Dialog>
  );
}

type ActProps = {
  title: string;
  body: string;
  words: { on: string; begin: string; end: string };
  isOn: boolean;
  shut: { set: (wants: boolean) => void; isBusy: boolean };
};

function Act({ title, body, words, isOn, shut }: ActProps) {
  return (
    <section className="border-t border-line py-4">
      <h3 className="text-body font-semibold">{title}</h3>
      <p className="mt-1 mb-3 max-w-120 text-ui text-ink-2 wrap-anywhere">{body}</p>
      <p role="status" className="mb-2 text-ui font-medium text-bottle empty:hidden">
        {isOn ? words.on : null}
      </p>
      <Button isBusy={shut.isBusy} onClick={() => shut.set(!isOn)} className="max-w-full py-2 wrap-anywhere">
        {isOn ? words.end : words.begin}
      </Button>
    </section>
  );
}
