import { profilePath } from "@muejam/contracts/address";
import type { Entrusted } from "@muejam/contracts/heir";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

export function EntrustedList({ entrusted }: { entrusted: readonly Entrusted[] }) {
  const { heir } = useApi();
  const cache = useQueryClient();
  const take = useMutation(heir.takeOver.mutationOptions({ onSuccess: () => void cache.invalidateQueries() }));
  const fault = take.error && explain(take.error);
  return (
    <>
      <ul>
        {entrusted.map(({ face, canTakeOver, isDone }) => (
          <li
            key={face.id}
            className="grid justify-items-start gap-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0"
          >
            <Link to={profilePath(face)} className="font-semibold wrap-anywhere hover:underline">
              <bdi>{face.displayName}</bdi>
            </Link>
            <p className="text-small text-ink-2">
              {canTakeOver ? m.heir_can() : isDone ? m.heir_done() : m.heir_waiting()}
            </p>
            {canTakeOver ? (
              <Button weight="main" isBusy={take.isPending} onClick={() => take.mutate({ profileId: face.id })}>
                {m.heir_take()}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </>
  );
}
