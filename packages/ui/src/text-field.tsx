import { type ComponentProps, type ReactNode, useId } from "react";

export type TextFieldProps = Omit<ComponentProps<"input">, "id" | "className" | "children"> & {
  label: string;
  /** Says what to do next; it takes the place of the hint. */
  error?: string | undefined;
  hint?: string | undefined;
  /** Stands at the end of the label's line, and comes after the field for those who go by the keyboard. */
  aside?: ReactNode;
  /** Stands in the field itself, at its end. */
  children?: ReactNode;
};

export function TextField({ label, error, hint, aside, children, ...input }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid grid-cols-[1fr_auto] gap-y-1.5">
      <label htmlFor={id} className="text-ui font-semibold">
        {label}
      </label>
      <div className="relative col-span-2 row-start-2">
        <input
          {...input}
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={noteId}
          className={children ? "field pe-18" : "field"}
        />
        {children}
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
