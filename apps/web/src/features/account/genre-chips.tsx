import type { Genre } from "@muejam/contracts/tag";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { genreNames, genres } from "../../lib/genre-names.ts";

type GenreChipsProps = { chosen: readonly Genre[]; onChange: (chosen: Genre[]) => void };

export function GenreChips({ chosen, onChange }: GenreChipsProps) {
  return (
    <fieldset>
      <legend className="sr-only">{m.account_genres_legend()}</legend>
      <div className="flex flex-wrap gap-2.5">
        {genres.map((genre) => (
          <label key={genre} className="chip">
            <input
              type="checkbox"
              checked={chosen.includes(genre)}
              onChange={({ target }) =>
                onChange(genres.filter((one) => (one === genre ? target.checked : chosen.includes(one))))
              }
              className="chip-box"
            />
            {genreNames[genre]()}
          </label>
        ))}
      </div>
      <p role="status" className="mt-3 text-small text-ink-3">
        {hintAfter(chosen.length)}
      </p>
    </fieldset>
  );
}

function hintAfter(count: number): string {
  if (count === 0) return m.account_genres_none();
  return count < 3
    ? m.account_genres_few({ count: formatNumber(count) })
    : m.account_genres_enough({ count: formatNumber(count) });
}
