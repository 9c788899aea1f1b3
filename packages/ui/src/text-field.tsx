import type { ComponentProps, ReactNode } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

export type TextFieldProps = Omit<ComponentProps<"input">, "id" | "className" | "children"> &
  FieldWords & {
    /** Stands in the field itself, at its end. */
    children?: ReactNode;
  };

export function TextField({ label, error, hint, aside, count, children, ...input }: TextFieldProps) {
  return (
    <FieldFrame
      {...{ label, error, hint, aside, ...(count && { count }), start: input.defaultValue }}
      field={(props) => (
        <>
          <input {...input} {...props} className={children ? "field pe-18" : "field"} />
          {children}
        </>
      )}
    />
  );
}
