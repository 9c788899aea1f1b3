import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { FaceActs } from "./face-acts.tsx";
import { FaceRow } from "./face-row.tsx";

export function AskerRow({ face }: { face: Profile }) {
  const { social } = useApi();
  const cache = useQueryClient();
  const answer = useMutation(
    social.answerRequest.mutationOptions({
      onSettled: () => void cache.invalidateQueries({ queryKey: social.pathKey() }),
    }),
  );
  const { id: profileId, displayName: name } = face;
  return (
    <FaceRow face={face}>
      <Button
        isBusy={answer.isPending}
        aria-label={m.reach_let_in_named({ name })}
        onClick={() => answer.mutate({ profileId, isApproved: true })}
      >
        {m.reach_let_in()}
      </Button>
      <Button
        weight="text"
        isBusy={answer.isPending}
        aria-label={m.reach_decline_named({ name })}
        onClick={() => answer.mutate({ profileId, isApproved: false })}
        className="mx-0"
      >
        {m.reach_decline()}
      </Button>
      <FaceActs face={face} />
      <ActFault error={answer.error} />
    </FaceRow>
  );
}

/** Whoever is taken out has to ask, or follow, again: it is asked twice. */
export function FollowerRow({ face }: { face: Profile }) {
  const { social } = useApi();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation(
    social.removeFollower.mutationOptions({
      onSuccess: () => void cache.invalidateQueries({ queryKey: social.followers.pathKey() }),
    }),
  );
  const { id: profileId, displayName: name } = face;
  return (
    <FaceRow face={face} {...(isAsked && { fact: m.reach_remove_sure() })}>
      {isAsked ? (
        <>
          <Button isBusy={remove.isPending} onClick={() => remove.mutate({ profileId })}>
            {m.reach_remove_yes()}
          </Button>
          <Button weight="text" onClick={() => setAsked(false)} className="mx-0">
            {m.reach_remove_no()}
          </Button>
        </>
      ) : (
        <Button aria-label={m.reach_remove_named({ name })} onClick={() => setAsked(true)}>
          {m.reach_remove()}
        </Button>
      )}
      <FaceActs face={face} />
      <ActFault error={remove.error} />
    </FaceRow>
  );
}
