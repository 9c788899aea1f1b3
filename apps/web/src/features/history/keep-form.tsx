import { Button } from "@muejam/ui/button";
import { TextField } from "@muejam/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { useApiClient } from "../../lib/api.ts";
import { Fault } from "./fault.tsx";
import { messages } from "./messages.ts";
import { useLookAgain } from "./use-history.ts";

const words = messages.keep;
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
        keep.mutate(String(new FormData(event.currentTarget).get("name") ?? "").trim());
      }}
    >
      <TextField
        name="name"
        label={words.label}
        hint={words.hint}
        maxLength={nameMax}
        placeholder={words.placeholder}
        autoComplete="off"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isBusy={keep.isPending} aria-describedby={done}>
          {words.act}
        </Button>
        <span id={done} role="status" className="text-small text-ink-2">
          {keep.isSuccess ? words.done : null}
        </span>
      </div>
      {keep.error ? <Fault error={keep.error} /> : null}
    </form>
  );
}
