import type { Accent } from "@muejam/contracts/profile";
import { m } from "#messages";

const names: Record<Accent, () => string> = {
  "duck-egg": m.faces_accent_duck_egg,
  quince: m.faces_accent_quince,
  greengage: m.faces_accent_greengage,
  sloe: m.faces_accent_sloe,
  rosehip: m.faces_accent_rosehip,
};

export function AccentChoice({ chosen }: { chosen: Accent }) {
  return (
    <fieldset>
      <legend className="mb-1 text-ui font-semibold">{m.faces_accent()}</legend>
      <div className="flex flex-wrap gap-x-6">
        {Object.entries(names).map(([accent, name]) => (
          <label key={accent} data-accent={accent} className="flex min-h-(--hit) items-center gap-2.5 py-1.5 text-body">
            <input
              type="radio"
              name="accent"
              value={accent}
              defaultChecked={accent === chosen}
              className="size-4.5 flex-none accent-bottle"
            />
            <span aria-hidden="true" className="accent-swatch" />
            {name()}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
