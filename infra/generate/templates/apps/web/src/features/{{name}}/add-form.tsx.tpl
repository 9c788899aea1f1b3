import { type SubmitEvent, useState } from "react";
import { m } from "#messages";

type AddFormProps = { isBusy: boolean; onAdd: (name: string) => Promise<unknown> };

/** Keeps what was typed until the server has it. */
export function AddForm({ isBusy, onAdd }: AddFormProps) {
  const [name, setName] = useState("");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || name.trim() === "") return;
    await onAdd(name).then(
      () => setName(""),
      () => undefined,
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
      <label className="flex flex-col gap-1 text-ui">
        {m.{{name}}_name()}
        <input
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          className="min-h-(--hit) rounded-control border border-edge px-3"
        />
      </label>
      <button type="submit" className="min-h-(--hit) rounded-control border border-edge px-3 text-ui font-medium">
        {m.{{name}}_add()}
      </button>
    </form>
  );
}
