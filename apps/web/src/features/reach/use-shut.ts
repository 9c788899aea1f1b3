import { useMutation } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";

/** To shut somebody out, or to be done with it; `onDone` hears what stands then. */
export function useShut(profileId: string, onDone: (kind: "block" | "mute", isOn: boolean) => void) {
  const { reach } = useApi();
  const block = useMutation(reach.block.mutationOptions({ onSuccess: ({ isBlocked }) => onDone("block", isBlocked) }));
  const mute = useMutation(reach.mute.mutationOptions({ onSuccess: ({ isMuted }) => onDone("mute", isMuted) }));
  return {
    block: { set: (isBlocked: boolean) => block.mutate({ profileId, isBlocked }), isBusy: block.isPending },
    mute: { set: (isMuted: boolean) => mute.mutate({ profileId, isMuted }), isBusy: mute.isPending },
    error: block.error ?? mute.error,
  };
}
