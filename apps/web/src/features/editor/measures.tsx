import type { Count } from "@muejam/prose/words";
import type { Editor } from "@tiptap/core";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import type { Goal } from "./goal.ts";
import { useGoal } from "./use-goal.ts";
import { useSelected } from "./use-selected.ts";

type MeasuresProps = { count: Count; editor: Editor | null; language: string; faceId: string; onGoal: () => void };

/** How long it is, how much of it is selected, and how far the author's own goal is. */
export function Measures({ count, editor, language, faceId, onGoal }: MeasuresProps) {
  const selected = useSelected(editor, language);
  const { goal, written } = useGoal(faceId);
  const isReached = goal.words > 0 && written >= goal.words;
  return (
    <>
      <p className="writing-minutes">
        {selected > 0
          ? m.editor_selected({ number: selected })
          : m.editor_minutes({ minutes: formatNumber(count.minutes) })}
      </p>
      <button type="button" aria-haspopup="dialog" className="writing-goal" data-reached={isReached} onClick={onGoal}>
        {toldOf(goal, written)}
        {goal.words > 0 ? <progress aria-hidden="true" max={goal.words} value={Math.min(written, goal.words)} /> : null}
      </button>
      <p className="sr-only" aria-live="polite">
        {isReached ? m.editor_goal_reached({ number: goal.words }) : ""}
      </p>
    </>
  );
}

function toldOf({ words, kind }: Goal, written: number): string {
  const shown = formatNumber(written);
  if (words > 0)
    return kind === "today"
      ? m.editor_goal_today_of({ written: shown, goal: formatNumber(words) })
      : m.editor_goal_sitting_of({ written: shown, goal: formatNumber(words) });
  return kind === "today" ? m.editor_goal_today({ written: shown }) : m.editor_goal_sitting({ written: shown });
}
