import { useMutation } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

/** To shut somebody out, or to be done with it. */
export function useShut(profileId: string, onDone: () => void = () => {}) {
  const { reach } = useApi();
  const block = useMutation(reach.block.mutationOptions({ onSuccess: onDone }));
  const mute = useMutation(reach.mute.mutationOptions({ onSuccess: onDone }));
  const error = block.error ?? mute.error;
  return {
    block: (isBlocked: boolean) => block.mutate({ profileId, isBlocked }),
    mute: (isMuted: boolean) => mute.mutate({ profileId, isMuted }),
    isBusy: block.isPending || mute.isPending,
    fault: error && explain(error),
  };
}
