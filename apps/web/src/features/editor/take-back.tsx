import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { messages } from "./messages.ts";
import { Refusal } from "./refusal.tsx";
import type { Publishing } from "./use-publishing.ts";

const words = messages.publish.takeBack;

type TakeBackProps = { face: Profile; act: Publishing; onCancel: () => void };

export function TakeBack({ face, act, onCancel }: TakeBackProps) {
  return (
    <>
      <p className="mb-4 text-body text-ink-2">{words.body}</p>
      <Refusal error={act.error} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="button" aria-disabled={act.isBusy} onClick={act.takeBack} className="act-risk">
          {words.act}
        </button>
        <span className="text-small text-ink-2">{messages.as(face.displayName)}</span>
        <Button className="ms-auto" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
