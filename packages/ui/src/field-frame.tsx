import { type FormEvent, type ReactNode, useId, useState } from "react";

export type FieldWords = {
  label: string;
  /** Says what to do next; it takes the place of the hint. */
  error?: string | undefined;
  hint?: string | undefined;
  /** Stands at the end of the label's line, and comes after the field for those who go by the keyboard. */
  aside?: ReactNode;
  /** Says how much is written, in the place of `aside`. */
  count?: (length: number) => string;
};

type FieldProps = { id: string; "aria-invalid": boolean; "aria-describedby": string };
type FieldFrameProps = FieldWords & {
  /** What stands in the field before anybody types. */
  start?: unknown;
  field: (props: FieldProps) => ReactNode;
};

/** A label above, a note below, and between them whatever takes the words. */
export function FieldFrame({ label, error, hint, aside, count, start, field }: FieldFrameProps) {
  const [length, setLength] = useState(typeof start === "string" ? start.length : 0);
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid grid-cols-[1fr_auto] gap-y-1.5">
      <label htmlFor={id} className="text-ui font-semibold">
        {label}
      </label>
      <div
        className="relative col-span-2 row-start-2"
        {...(count && { onInput: ({ target }: FormEvent) => setLength(lengthIn(target)) })}
      >
        {field({ id, "aria-invalid": error !== undefined, "aria-describedby": noteId })}
      </div>
      {count ? <div className="col-start-2 row-start-1 text-small text-ink-3">{count(length)}</div> : null}
      {aside ? <div className="col-start-2 row-start-1 text-ui">{aside}</div> : null}
      {/* There before it has a word to say, so that a word moves nothing and is spoken. */}
      <p id={noteId} aria-live="polite" className="col-span-2 flex min-h-4.5 gap-2 text-small text-ink-3">
        {error ? <span aria-hidden="true" className="shape mt-1.25 rotate-45 scale-85 border-5 text-currant" /> : null}
        <span className={error ? "text-currant" : ""}>{error ?? hint}</span>
      </p>
    </div>
  );
}

const lengthIn = (target: EventTarget): number => ("value" in target ? String(target.value).length : 0);
