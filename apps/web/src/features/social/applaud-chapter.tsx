import type { ChapterView } from "@muejam/contracts/reading";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { Toggle } from "./toggle.tsx";
import { useDoor } from "./use-door.ts";

type ApplaudChapterProps = { chapter: Pick<ChapterView, "id" | "number" | "applauseCount" | "story"> };

export function ApplaudChapter({ chapter: { id, number, applauseCount, story } }: ApplaudChapterProps) {
  const { reading, social } = useApi();
  const { isMember } = useDoor();
  const cache = useQueryClient();
  const where = { ref: story.ref, number };
  const here = useQuery(reading.chapterHere.queryOptions(where, { enabled: isMember }));
  const show = (hasApplauded: boolean) =>
    cache.setQueryData(reading.chapterHere.queryKey(where), (known) => known && { ...known, hasApplauded });
  const act = useMutation(
    social.applaud.mutationOptions({
      scope: { id: `applaud:${id}` },
      onMutate: ({ hasApplauded }) => void show(hasApplauded),
      onError: (_error, { hasApplauded }) => void show(!hasApplauded),
    }),
  );
  const hasApplauded = here.data?.hasApplauded ?? false;
  const applause = countOf(act, applauseCount);
  return (
    <>
      {here.data?.isTeam ? null : (
        <Toggle
          weight="main"
          isOn={hasApplauded}
          isKnown={here.data !== undefined}
          words={{ off: m.social_applaud(), on: m.social_applauded() }}
          onToggle={(next) => act.mutate({ chapterId: id, hasApplauded: next })}
        />
      )}
      <span className="order-last text-small text-ink-2">
        {applause === 0 ? m.social_applause_none() : m.social_applause({ number: applause })}
      </span>
      <ActFault error={act.error} />
    </>
  );
}

type Act = {
  data: { hasApplauded: boolean; applauseCount: number } | undefined;
  variables: { hasApplauded: boolean } | undefined;
  isError: boolean;
};

/** At once what it will be: the last known count, and this one act where it is on its way. */
function countOf({ data, variables, isError }: Act, published: number): number {
  const known = data?.applauseCount ?? published;
  if (!variables || isError || variables.hasApplauded === data?.hasApplauded) return known;
  return Math.max(0, known + (variables.hasApplauded ? 1 : -1));
}
