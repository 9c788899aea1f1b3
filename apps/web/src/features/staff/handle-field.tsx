import { TextField } from "@muejam/ui/text-field";
import { m } from "#messages";

export function HandleField({ isWrong }: { isWrong: boolean }) {
  return (
    <TextField
      name="handle"
      label={m.staff_handle()}
      error={isWrong ? m.staff_handle_wrong() : undefined}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
