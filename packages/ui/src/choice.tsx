import { type ComponentProps, type ReactNode, useId } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "id" | "className" | "type"> & {
  kind: "checkbox" | "radio";
  label: string;
  hint?: string;
};

export function Choice({ kind, label, hint, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex min-h-(--hit) items-start gap-2.5 py-1.5">
      <input
        {...input}
        id={id}
        type={kind}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4.5 flex-none accent-bottle"
      />
      <div>
        <label htmlFor={id} className="-my-2.75 block min-w-11 py-2.75 text-body">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

type ChoicesProps = {
  legend: string;
  error?: string | undefined;
  hint?: string;
  /** One below the other. */
  isWide?: boolean;
  children: ReactNode;
};

/** Choices that belong together, under the one question that they answer. */
export function Choices({ legend, error, hint, isWide = false, children }: ChoicesProps) {
  const noteId = useId();
  return (
    <fieldset aria-describedby={noteId}>
      <legend className="mb-0.5 text-ui font-semibold">{legend}</legend>
      <div className={isWide ? "grid" : "grid gap-x-6 phone:grid-cols-2 wide:grid-cols-3"}>{children}</div>
      <p id={noteId} aria-live="polite" className={`min-h-4.5 text-small ${error ? "text-currant" : "text-ink-3"}`}>
        {error ?? hint}
      </p>
    </fieldset>
  );
}
