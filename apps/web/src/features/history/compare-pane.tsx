import type { Revision } from "@muejam/contracts/revision";
import { Button } from "@muejam/ui/button";
import { SelectField } from "@muejam/ui/select-field";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDay, formatShortTime } from "../../lib/format.ts";
import { Differences } from "./differences.tsx";
import { Fault } from "./fault.tsx";
import { nameOf } from "./point-list.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";

const now = "now";

type PaneProps = {
  storyId: string;
  chapterId: string;
  points: readonly Revision[];
  chosen: Revision | null;
  mayWrite: boolean;
};

export function ComparePane({ storyId, chapterId, points, chosen, mayWrite }: PaneProps) {
  const [other, setOther] = useState(now);
  const [isRestoring, setRestoring] = useState(false);
  const isOther = points.some(({ id }) => id === other && id !== chosen?.id);
  const api = useApi();
  const found = useQuery({
    ...api.draft.compare.queryOptions({ chapterId, ...inOrder(points, chosen?.id ?? "", isOther ? other : null) }),
    enabled: chosen !== null,
  });
  if (!chosen && points.length === 0) return null;
  if (!chosen) return <p className="pt-4 text-talk text-ink-2 waiting:invisible">{m.history_compare_pick()}</p>;
  const others = points.filter(({ id }) => id !== chosen.id).map((point) => [point.id, sayPoint(point)] as const);
  return (
    <section aria-label={m.history_compare_title()} className="min-w-0">
      <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="display text-h3 wrap-anywhere">{nameOf(chosen)}</h2>
          <p className="text-small text-ink-2">{sayMoment(chosen)}</p>
        </div>
        {mayWrite ? <Button onClick={() => setRestoring(true)}>{m.history_restore_open()}</Button> : null}
      </header>
      <div className="max-w-120">
        <SelectField
          label={m.history_compare_with()}
          value={isOther ? other : now}
          onChange={({ target }) => setOther(target.value)}
          options={[[now, m.history_compare_now()], ...others]}
        />
      </div>
      <RestoreDialog
        key={chosen.id}
        storyId={storyId}
        chapterId={chapterId}
        revisionId={chosen.id}
        isOpen={isRestoring}
        onClose={() => setRestoring(false)}
      />
      {found.error ? <Fault error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <Differences found={found.data} /> : null}
      {found.isLoading ? <p aria-busy="true">{m.history_waiting()}</p> : null}
    </section>
  );
}

/** The earlier one is always what the later one is compared with. */
function inOrder(points: readonly Revision[], chosen: string, other: string | null) {
  if (other === null) return { from: chosen, to: null };
  const isLater = points.findIndex(({ id }) => id === other) < points.findIndex(({ id }) => id === chosen);
  return isLater ? { from: chosen, to: other } : { from: other, to: chosen };
}

const sayMoment = ({ at }: Revision) => m.history_moment({ day: formatDay(at), time: formatShortTime(at) });
const sayPoint = (point: Revision) => m.history_point({ moment: sayMoment(point), name: nameOf(point) });
