import { useState } from "react";
import { TextField, type TextFieldProps } from "./text-field.tsx";

type PasswordFieldProps = Omit<TextFieldProps, "type" | "children"> & {
  words: { show: string; hide: string; about: string };
};

/** Hidden until its owner wants to see it; pasting and password managers work as in any field. */
export function PasswordField({ words, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField {...field} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false}>
      <button
        type="button"
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 end-0 min-w-16 rounded-control px-2.5 text-small font-medium text-ink-2 hover:text-ink"
      >
        {isShown ? words.hide : words.show}
        <span className="sr-only"> {words.about}</span>
      </button>
    </TextField>
  );
}
