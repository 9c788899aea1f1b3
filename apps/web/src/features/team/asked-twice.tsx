import { Button } from "@muejam/ui/button";
import { useState } from "react";

type Words = { act: string; named?: string; sure: string; yes: string; no: string };

/** What cannot be undone by whoever it is done to is asked twice. */
export function AskedTwice({ words, isBusy, onSure }: { words: Words; isBusy: boolean; onSure: () => void }) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button aria-label={words.named ?? words.act} onClick={() => setAsked(true)}>
        {words.act}
      </Button>
    );
  return (
    <div className="grid basis-full gap-2">
      <p role="status" className="text-small text-ink-2">
        {words.sure}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button isBusy={isBusy} onClick={onSure}>
          {words.yes}
        </Button>
        <Button weight="text" onClick={() => setAsked(false)} className="mx-0">
          {words.no}
        </Button>
      </div>
    </div>
  );
}
