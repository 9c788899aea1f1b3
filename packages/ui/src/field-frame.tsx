import { type ReactNode, useId } from "react";

export type FieldWords = {
  label: string;
  /** Says what to do next; it takes the place of the hint. */
  error?: string | undefined;
  hint?: string | undefined;
  /** Stands at the end of the label's line, and comes after the field for those who go by the keyboard. */
  aside?: ReactNode;
};

type FieldProps = { id: string; "aria-invalid": boolean; "aria-describedby": string };

/** A label above, a note below, and between them whatever takes the words. */
export function FieldFrame({
  label,
  error,
  hint,
  aside,
  field,
}: FieldWords & { field: (props: FieldProps) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid grid-cols-[1fr_auto] gap-y-1.5">
      <label htmlFor={id} className="text-ui font-semibold">
        {label}
      </label>
      <div className="relative col-span-2 row-start-2">
        {field({ id, "aria-invalid": error !== undefined, "aria-describedby": noteId })}
      </div>
      {aside ? <div className="col-start-2 row-start-1 text-ui">{aside}</div> : null}
      {/* There before it has a word to say, so that a word moves nothing and is spoken. */}
      <p id={noteId} aria-live="polite" className="col-span-2 flex min-h-4.5 gap-2 text-small text-ink-3">
        {error ? <span aria-hidden="true" className="shape mt-1.25 rotate-45 scale-85 border-5 text-currant" /> : null}
        <span className={error ? "text-currant" : ""}>{error ?? hint}</span>
      </p>
    </div>
  );
}
