import "./history.css";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { useTitle } from "../../lib/use-title.ts";
import { ComparePane } from "./compare-pane.tsx";
import { Fault } from "./fault.tsx";
import { KeepForm } from "./keep-form.tsx";
import { PointList } from "./point-list.tsx";
import { useHistory } from "./use-history.ts";

export type HistoryPlace = { storyId: string; chapterId: string; point: string | undefined };

/** All that a chapter once was: chosen on the one side, compared on the other. */
export function HistoryPage({ storyId, chapterId, point }: HistoryPlace) {
  const { draft, points } = useHistory(chapterId);
  const chapter = draft.data?.title || m.history_untitled();
  useTitle(`${m.history_of({ chapter })} · MueJam`);
  const error = draft.error ?? points.error;
  // What is not there, or not theirs, has pages of its own.
  if (/^(NOT_FOUND|FORBIDDEN)$/.test(appErrorOf(error)?.code ?? "")) throw error;
  if (error) return <Fault error={error} onRetry={() => void Promise.all([draft.refetch(), points.refetch()])} />;
  // Whoever reads along looks at everything and changes nothing.
  const mayWrite = draft.data?.rights.includes("edit") ?? false;
  const known = points.data?.pages.flatMap(({ items }) => items);
  const chosen = known?.find(({ id }) => id === point) ?? null;
  return (
    <div className="pt-6">
      <Link
        to="/write/$storyId/$chapterId"
        params={{ storyId, chapterId }}
        className="link inline-flex min-h-(--hit) items-center text-ui"
      >
        {m.history_back()}
      </Link>
      <header className="mt-1 mb-5">
        <p className="text-small text-ink-2">{m.history_title()}</p>
        <h1 className="display text-h1 wrap-anywhere">{chapter}</h1>
      </header>
      <hr className="rule" />
      <div className="history" data-chosen={chosen ? "" : undefined}>
        <aside className="history-side" aria-label={m.history_list()} aria-busy={!draft.data || !known}>
          <p className="mb-5 text-small text-ink-2">{m.history_about()}</p>
          {draft.data && mayWrite ? <KeepForm chapterId={chapterId} version={draft.data.version} /> : null}
          <PointList storyId={storyId} chapterId={chapterId} points={points} chosen={chosen?.id ?? null} />
        </aside>
        <ComparePane storyId={storyId} chapterId={chapterId} points={known ?? []} {...{ chosen, mayWrite }} />
      </div>
    </div>
  );
}
