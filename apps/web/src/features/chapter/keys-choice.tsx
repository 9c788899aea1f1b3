import { m } from "#messages";
import { setSingleKeys, useSingleKeys } from "../../lib/single-keys.ts";

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
      {m.chapter_settings_keys()}
    </label>
  );
}
