import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useShut } from "./use-shut.ts";

/** Stands where one would follow somebody. */
export function Unblock({ face }: { face: Profile }) {
  const cache = useQueryClient();
  const { block, fault } = useShut(face.id, () => void cache.invalidateQueries());
  return (
    <>
      <Button isBusy={block.isBusy} onClick={() => block.set(false)}>
        {m.reach_unblock()}
      </Button>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </>
  );
}

export const BlockedNote = () => <p className="mt-5 max-w-150 text-talk text-ink-2">{m.reach_blocked_note()}</p>;
