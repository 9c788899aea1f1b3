import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { m } from "#messages";
import { Refusal } from "./refusal.tsx";
import type { Publishing } from "./use-publishing.ts";

type TakeBackProps = { face: Profile; act: Publishing; onCancel: () => void };

export function TakeBack({ face, act, onCancel }: TakeBackProps) {
  return (
    <>
      <p className="mb-4 text-body text-ink-2">{m.editor_publish_take_back_body()}</p>
      <Refusal error={act.error} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="button" aria-disabled={act.isBusy} onClick={act.takeBack} className="act-risk">
          {m.editor_publish_take_back_act()}
        </button>
        <span className="text-small text-ink-2">{m.editor_as({ name: face.displayName })}</span>
        <Button className="ms-auto" onClick={onCancel}>
          {m.editor_publish_take_back_cancel()}
        </Button>
      </div>
    </>
  );
}
