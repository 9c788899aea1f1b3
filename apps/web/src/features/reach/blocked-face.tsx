import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useShut } from "./use-shut.ts";

/** Stands where one would follow somebody. */
export function Unblock({ face }: { face: Profile }) {
  const cache = useQueryClient();
  const { block, error } = useShut(face.id, () => void cache.invalidateQueries());
  return (
    <>
      <Button isBusy={block.isBusy} onClick={() => block.set(false)}>
        {m.reach_unblock()}
      </Button>
      <ActFault error={error} />
    </>
  );
}

export const BlockedNote = () => <p className="mt-5 max-w-150 text-talk text-ink-2">{m.reach_blocked_note()}</p>;
