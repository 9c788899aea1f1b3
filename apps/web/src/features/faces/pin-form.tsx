import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { Waiting } from "@muejam/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

const places = [0, 1, 2];

export function PinForm({ face }: { face: OwnProfile }) {
  const { story } = useApi();
  const cache = useQueryClient();
  const mine = useQuery(story.mine.queryOptions({ limit: 100 }));
  const pinned = useQuery(story.pinned.queryOptions({ handle: face.handle }));
  const pin = useMutation(
    story.pin.mutationOptions({ onSuccess: () => void cache.invalidateQueries({ queryKey: story.pinned.pathKey() }) }),
  );
  const failed = mine.error ?? pinned.error ?? pin.error;
  const fault = failed && explain(failed);
  if (fault && !pin.error)
    return (
      <div className="grid justify-items-start gap-3">
        <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>
        <Button onClick={() => void Promise.all([mine.refetch(), pinned.refetch()])}>{m.faces_retry()}</Button>
      </div>
    );
  if (!mine.data || !pinned.data) return <Waiting />;
  const stories = mine.data.items;
  if (stories.length === 0)
    return <p className="text-ink-2 wrap-anywhere">{m.faces_pins_empty({ name: face.displayName })}</p>;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll("pin").map(String);
    // The same story twice means that it stands at the first of both places.
    if (!pin.isPending) pin.mutate({ storyIds: [...new Set(chosen)].filter((id) => id !== "") });
  };
  const options = [["", m.faces_pin_none()], ...stories.map(({ id, title }) => [id, title] as const)] as const;
  return (
    <form onSubmit={save} onInput={() => pin.isSuccess && pin.reset()} className="grid gap-3">
      {places.map((place) => (
        <SelectField
          key={place}
          name="pin"
          label={m.faces_pin({ number: place + 1 })}
          defaultValue={pinned.data.stories[place]?.id ?? ""}
          options={options}
        />
      ))}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" isBusy={pin.isPending}>
          {m.faces_pins_save()}
        </Button>
        <span role="status" className="text-small text-ink-2">
          {pin.isSuccess ? m.faces_pins_saved() : null}
        </span>
      </div>
    </form>
  );
}
