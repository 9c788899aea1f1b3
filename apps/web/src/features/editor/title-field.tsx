import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";

type TitleFieldProps = {
  title: string;
  language: string;
  isReadOnly: boolean;
  onChange: (title: string) => void;
  onDone: () => void;
};

/** One line, however long: it wraps, and Enter goes on to the text. */
export function TitleField({ title, language, isReadOnly, onChange, onDone }: TitleFieldProps) {
  return (
    <textarea
      {...inLanguage(language)}
      rows={1}
      value={title}
      maxLength={200}
      readOnly={isReadOnly}
      aria-label={m.editor_title()}
      placeholder={m.editor_title_hint()}
      className="writing-title"
      onChange={({ target }) => onChange(target.value.replace(unfit, " "))}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onDone();
      }}
    />
  );
}

/** What a line of words cannot hold, as the contract has it; it comes in by pasting. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
