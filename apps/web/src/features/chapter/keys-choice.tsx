import { setSingleKeys, useSingleKeys } from "../../lib/single-keys.ts";
import { messages } from "./messages.ts";

export function KeysChoice() {
  const isOn = useSingleKeys();
  return (
    <label className="mt-3 flex min-h-(--hit) cursor-pointer items-center gap-2.5 border-t border-line pt-3 text-small text-ink-2">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => setSingleKeys(target.checked)}
        className="size-4.5 accent-bottle"
      />
      {messages.settings.keys}
    </label>
  );
}
