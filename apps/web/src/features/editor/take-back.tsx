import type { Profile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { messages } from "./messages.ts";

const words = messages.publish.takeBack;

type TakeBackProps = { face: Profile; isBusy: boolean; onTakeBack: () => void };

export function TakeBack({ face, isBusy, onTakeBack }: TakeBackProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <p className="mt-5 border-t border-line pt-3">
        <Button weight="text" className="text-currant" onClick={() => setAsked(true)}>
          {words.open}
        </Button>
      </p>
    );
  return (
    <section aria-labelledby="take-back" className="mt-5 border-t border-line pt-4">
      <h3 id="take-back" className="font-semibold">
        {words.title}
      </h3>
      <p className="mt-1 mb-3 text-ui text-ink-2">{words.body}</p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" aria-disabled={isBusy || undefined} onClick={onTakeBack} className="act-risk">
          {words.act}
        </button>
        <span className="text-small text-ink-2">{messages.as(face.displayName)}</span>
        <Button className="ms-auto" onClick={() => setAsked(false)}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
