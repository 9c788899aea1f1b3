import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id" | "className"> & FieldWords;

/** Grows with what is written in it. */
export function TextArea({ label, error, hint, aside, count, rows = 4, ...area }: TextAreaProps) {
  return (
    <FieldFrame
      {...{ label, error, hint, aside, ...(count && { count }), start: area.defaultValue }}
      field={(props) => <textarea {...area} {...props} rows={rows} className="field-lines" />}
    />
  );
}
