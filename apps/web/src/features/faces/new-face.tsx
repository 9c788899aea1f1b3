import type { ProfileInput } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { TextField } from "@muejam/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";

const loadRule = () => import("./rules.ts").then(({ newFace }) => newFace);

export function NewFace({ isFull }: { isFull: boolean }) {
  const api = useApi();
  const cache = useQueryClient();
  const { actAs } = useSession();
  const create = useMutation(api.profile.create.mutationOptions());
  const { field, form, fault, isBusy, accepted, again, empty } = useJudgedForm<ProfileInput>({
    loadRule,
    words: {
      displayName: { other: m.faces_name_wrong() },
      handle: { other: m.faces_handle_wrong(), HANDLE_TAKEN: m.faces_handle_taken() },
    },
    places: { HANDLE_TAKEN: "handle" },
    send: async (given) => {
      const { id } = await create.mutateAsync(given);
      empty();
      await cache.invalidateQueries({ queryKey: api.account.me.queryKey() });
      actAs(id);
    },
  });
  if (isFull) return <p className="text-ink-2">{m.faces_new_full()}</p>;
  return (
    <form {...form} onInput={() => accepted && again()} className="grid gap-4">
      <TextField {...field("displayName")} label={m.faces_name()} autoComplete="off" />
      <TextField
        {...field("handle")}
        label={m.faces_handle_label()}
        hint={m.faces_handle_hint()}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" isBusy={isBusy}>
          {m.faces_create()}
        </Button>
        <span role="status" className="text-small text-ink-2 wrap-anywhere">
          {accepted ? m.faces_created({ name: accepted.displayName }) : null}
        </span>
      </div>
    </form>
  );
}
