import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";
import type { FaceAct } from "./acts.ts";
import { HandleField } from "./handle-field.tsx";
import { PurposeField } from "./purpose-field.tsx";
import { useFaceAct } from "./use-face-act.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.act);

const words: Record<FaceAct, Record<"name" | "about", () => string> & { done: (face: { handle: string }) => string }> =
  {
    hold: { name: m.staff_hold, about: m.staff_hold_about, done: m.staff_hold_done },
    release: { name: m.staff_release, about: m.staff_release_about, done: m.staff_release_done },
    verify: { name: m.staff_verify, about: m.staff_verify_about, done: m.staff_verify_done },
    unverify: { name: m.staff_unverify, about: m.staff_unverify_about, done: m.staff_unverify_done },
  };

export function FaceForm({ acts }: { acts: readonly FaceAct[] }) {
  const work = useFaceAct();
  const { form, wrongOf } = useFields({
    loadRule,
    start: { handle: "", act: "hold", purpose: "" },
    onGiven: (given) => {
      if (!work.isPending) work.mutate(given);
    },
  });
  const fault = work.error && explain(work.error);
  return (
    <form {...form} onInput={() => (work.isSuccess || work.error) && work.reset()} className="grid gap-4">
      <HandleField isWrong={Boolean(wrongOf("handle"))} />
      <Choices legend={m.staff_act()} isWide>
        {acts.map((act) => (
          <Choice
            key={act}
            kind="radio"
            name="act"
            value={act}
            defaultChecked={act === "hold"}
            label={words[act].name()}
            hint={words[act].about()}
          />
        ))}
      </Choices>
      <PurposeField isWrong={Boolean(wrongOf("purpose"))} />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" weight="main" isBusy={work.isPending}>
          {m.staff_do()}
        </Button>
        <span role="status" className="text-small text-ink-2 wrap-anywhere">
          {work.data ? words[work.data.act].done({ handle: work.data.handle }) : null}
        </span>
      </div>
    </form>
  );
}
