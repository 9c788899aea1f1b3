import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Skeleton } from "@muejam/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

/** Looking changes nothing; the answer is theirs, and can be changed for as long as the wish stands. */
export function KinQuestion({ token, face }: { token: string; face: OwnProfile }) {
  const { heir } = useApi();
  const cache = useQueryClient();
  const asked = useQuery(heir.question.queryOptions({ token }, { retry: false }));
  const answer = useMutation(
    heir.answer.mutationOptions({
      onSuccess: (known) => {
        cache.setQueryData(heir.question.queryKey({ token }), known);
        void cache.invalidateQueries({ queryKey: heir.wishes.queryKey() });
      },
    }),
  );
  const failed = asked.error ?? answer.error;
  const fault = failed && explain(failed);
  const { data } = asked;
  return (
    <section className="max-w-160 border-b border-line py-8">
      {asked.isPending ? <Skeleton className="w-72 text-h3" /> : null}
      {data ? (
        <>
          <h2 className="display text-h3 wrap-anywhere">{m.heir_question({ name: data.face.displayName })}</h2>
          <p className="mt-2 text-body text-ink-2 wrap-anywhere">
            {m.heir_question_body({
              name: data.face.displayName,
              months: data.afterMonths,
              face: face.displayName,
            })}
          </p>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button weight="main" isBusy={answer.isPending} onClick={() => answer.mutate({ token, isAccepted: true })}>
              {m.heir_yes()}
            </Button>
            <Button isBusy={answer.isPending} onClick={() => answer.mutate({ token, isAccepted: false })}>
              {m.heir_no()}
            </Button>
          </div>
          <p role="status" className="mt-3 text-small text-ink-2">
            {data.state === "accepted" ? m.heir_answered_yes() : null}
            {data.state === "declined" ? m.heir_answered_no() : null}
          </p>
        </>
      ) : null}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </section>
  );
}
