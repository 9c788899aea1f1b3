import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "className" | "children"> &
  FieldWords & { options: readonly (readonly [value: string, words: string])[] };

export function SelectField({ label, error, hint, aside, options, ...select }: SelectFieldProps) {
  return (
    <FieldFrame
      {...{ label, error, hint, aside }}
      field={(props) => (
        <select {...select} {...props} className="field">
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    />
  );
}
