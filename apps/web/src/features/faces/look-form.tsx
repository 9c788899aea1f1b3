import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { useFields } from "../../lib/use-fields.ts";
import { AccentChoice } from "./accent-choice.tsx";

const loadRule = () => import("./rules.ts").then(({ look }) => look);
const rows = [0, 1, 2, 3, 4];
const rowsAtFirst = 2;

export function LookForm({ face }: { face: OwnProfile }) {
  const api = useApi();
  // A line that is not shown keeps what it had, which is nothing.
  const [shown, setShown] = useState(Math.max(rowsAtFirst, face.links.length));
  const cache = useQueryClient();
  const update = useMutation(
    // The ground stands beside the name, wherever that is.
    api.profile.update.mutationOptions({ onSuccess: () => void cache.invalidateQueries() }),
  );
  const start: Record<string, string> = {
    accent: face.accent,
    ...Object.fromEntries(
      rows.flatMap((row) => [
        [`url${row}`, face.links[row]?.url ?? ""],
        [`label${row}`, face.links[row]?.label ?? ""],
      ]),
    ),
  };
  const { form, wrongOf } = useFields({
    loadRule,
    start,
    onGiven: (look) => {
      if (!update.isPending) update.mutate({ id: face.id, ...look });
    },
  });
  return (
    <form {...form} onInput={() => update.isSuccess && update.reset()} className="grid gap-6">
      <AccentChoice chosen={face.accent} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 text-ui font-semibold">{m.faces_links()}</legend>
        <p className="text-small text-ink-3">{m.faces_links_hint()}</p>
        {rows.slice(0, shown).map((row) => (
          <div key={row} className="grid gap-x-4 gap-y-1 phone:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <TextField
              name={`url${row}`}
              defaultValue={start[`url${row}`]}
              label={m.faces_link_url({ number: row + 1 })}
              error={wrongOf(`url${row}`) && m.faces_link_url_wrong()}
              inputMode="url"
              dir="ltr"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <TextField
              name={`label${row}`}
              defaultValue={start[`label${row}`]}
              label={m.faces_link_label({ number: row + 1 })}
              error={wrongOf(`label${row}`) && m.faces_link_label_wrong()}
              autoComplete="off"
            />
          </div>
        ))}
        {shown < rows.length ? (
          <Button className="justify-self-start" onClick={() => setShown(shown + 1)}>
            {m.faces_link_more()}
          </Button>
        ) : null}
      </fieldset>
      <ActFault error={update.error} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" weight="main" isBusy={update.isPending}>
          {m.faces_look_save()}
        </Button>
        <span role="status" className="text-small text-ink-2">
          {update.isSuccess ? m.faces_look_saved() : null}
        </span>
      </div>
    </form>
  );
}
