import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { m } from "#messages";
import { useApiClient } from "../../lib/api.ts";
import { Fault } from "./fault.tsx";
import { useLookAgain } from "./use-history.ts";

const nameMax = 100;

export function KeepForm({ chapterId, version }: { chapterId: string; version: number }) {
  const [client, lookAgain] = [useApiClient(), useLookAgain()];
  const form = useRef<HTMLFormElement>(null);
  const done = useId();
  const keep = useMutation({
    networkMode: "always",
    mutationFn: (name: string) => client.draft.keep.mutate({ chapterId, version, ...(name && { name }) }),
    onSuccess: () => {
      form.current?.reset();
      return lookAgain();
    },
  });
  return (
    <form
      ref={form}
      className="mb-7 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget).get("name");
        keep.mutate(typeof name === "string" ? name.trim() : "");
      }}
    >
      <TextField
        name="name"
        label={m.history_keep_label()}
        hint={m.history_keep_hint()}
        maxLength={nameMax}
        placeholder={m.history_keep_placeholder()}
        autoComplete="off"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isBusy={keep.isPending} aria-describedby={done}>
          {m.history_keep_act()}
        </Button>
        <span id={done} role="status" className="text-small text-ink-2">
          {keep.isSuccess ? m.history_keep_done() : null}
        </span>
      </div>
      {keep.error ? <Fault error={keep.error} /> : null}
    </form>
  );
}
