import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { TextField } from "@muejam/ui/text-field";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { type Goal, goalKinds, goalMax } from "./goal.ts";
import { chooseGoal, useGoal } from "./use-goal.ts";

const kinds = { today: m.editor_goal_kind_today, sitting: m.editor_goal_kind_sitting };

export function GoalDialog({ faceId, onClose }: { faceId: string; onClose: () => void }) {
  const { goal } = useGoal(faceId);
  const [words, setWords] = useState(goal.words > 0 ? String(goal.words) : "");
  const [kind, setKind] = useState(goal.kind);
  const [isWrong, setWrong] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = words.trim() === "" ? 0 : Number(words.replace(/[\s.,]/g, ""));
    if (!Number.isInteger(typed) || typed < 0 || typed > goalMax) return setWrong(true);
    chooseGoal({ words: typed, kind } satisfies Goal);
    onClose();
  };
  return (
    <Dialog title={m.editor_goal_title()} isOpen onClose={onClose}>
      <form noValidate onSubmit={send} className="grid gap-3">
        <TextField
          label={m.editor_goal_words()}
          hint={m.editor_goal_hint()}
          error={isWrong ? m.editor_goal_wrong({ max: formatNumber(goalMax) }) : undefined}
          inputMode="numeric"
          autoComplete="off"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setWrong(false);
          }}
        />
        <Choices legend={m.editor_goal_kind()} isWide>
          {goalKinds.map((one) => (
            <Choice
              key={one}
              kind="radio"
              name="kind"
              label={kinds[one]()}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
          ))}
        </Choices>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" weight="main">
            {m.editor_goal_keep()}
          </Button>
          <Button className="ms-auto" onClick={onClose}>
            {m.editor_goal_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
