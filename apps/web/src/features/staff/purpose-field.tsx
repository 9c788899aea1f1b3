import { TextField } from "@muejam/ui/text-field";
import { m } from "#messages";

export function PurposeField({ isWrong }: { isWrong: boolean }) {
  return (
    <TextField
      name="purpose"
      label={m.staff_purpose()}
      hint={m.staff_purpose_hint()}
      error={isWrong ? m.staff_purpose_wrong() : undefined}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
