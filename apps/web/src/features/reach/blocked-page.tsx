import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { SettingsSection } from "@muejam/ui/settings-section";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { formatDay } from "../../lib/format.ts";
import { FaceRow } from "./face-row.tsx";
import { PagedList } from "./paged-list.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { useShut } from "./use-shut.ts";

const next = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };

export function BlockedPage() {
  const { reach } = useApi();
  const blocked = useInfiniteQuery(reach.blocked.infiniteQueryOptions({}, next));
  const muted = useInfiniteQuery(reach.muted.infiniteQueryOptions({}, next));
  return (
    <SettingsFrame title={m.reach_blocked_title()} body={m.reach_blocked_body()}>
      <SettingsSection id="blocked" title={m.reach_blocked_list()}>
        <PagedList list={blocked} empty={m.reach_blocked_none()}>
          {({ face, by, at }) => (
            <ShutRow
              key={face.id}
              face={face}
              kind="block"
              fact={m.reach_blocked_by({ name: by.displayName, day: formatDay(at) })}
            />
          )}
        </PagedList>
      </SettingsSection>
      <SettingsSection id="muted" title={m.reach_muted_list()}>
        <PagedList list={muted} empty={m.reach_muted_none()}>
          {({ face, at }) => (
            <ShutRow key={face.id} face={face} kind="mute" fact={m.reach_muted_since({ day: formatDay(at) })} />
          )}
        </PagedList>
      </SettingsSection>
    </SettingsFrame>
  );
}

const words = {
  block: { on: m.reach_unblock_named, off: m.reach_block_again },
  mute: { on: m.reach_unmute_named, off: m.reach_mute_again },
};

/** Stays where it was once it is undone, so that this can be undone too. */
function ShutRow({ face, kind, fact }: { face: Profile; kind: "block" | "mute"; fact: string }) {
  const cache = useQueryClient();
  const { social, story, notification } = useApi();
  const [isOn, setOn] = useState(true);
  const shut = useShut(face.id, (_kind, isShut) => {
    setOn(isShut);
    for (const { pathKey } of [social, story, notification]) void cache.invalidateQueries({ queryKey: pathKey() });
  });
  const name = face.displayName;
  return (
    <FaceRow face={face} fact={fact}>
      <Button isBusy={shut[kind].isBusy} onClick={() => shut[kind].set(!isOn)} className="max-w-full wrap-anywhere">
        {words[kind][isOn ? "on" : "off"]({ name })}
      </Button>
      <ActFault error={shut.error} />
    </FaceRow>
  );
}
