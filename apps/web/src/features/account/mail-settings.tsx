import type { ChoicesChange } from "@muejam/contracts/notification";
import { Choice } from "@muejam/ui/choice";
import { Waiting } from "@muejam/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { Fault } from "./fault.tsx";
import { Outcome } from "./outcome.tsx";

export function MailSettings() {
  const api = useApi();
  const cache = useQueryClient();
  const choices = useQuery(api.notification.choices.queryOptions());
  // At once, in the very act: a box that answers a moment later looks as if it had refused. Each waits for the one before.
  const [wanted, setWanted] = useState<ChoicesChange>({});
  const choose = useMutation(
    api.notification.choose.mutationOptions({
      scope: { id: "mail" },
      onSuccess: (chosen) => void cache.setQueryData(api.notification.choices.queryKey(), chosen),
      onSettled: (_chosen, _error, part) => setWanted((all) => without(all, part)),
    }),
  );
  const change = (part: ChoicesChange) => {
    setWanted((others) => ({ ...others, ...part }));
    choose.mutate(part);
  };
  if (choices.error) return <Fault error={choices.error} onRetry={() => void choices.refetch()} />;
  if (!choices.data) return <Waiting />;
  const { isMailedOfChapters, isMailedOfInvitations } = { ...choices.data, ...wanted };
  return (
    <>
      <Choice
        kind="checkbox"
        label={m.account_settings_mail_chapters_label()}
        hint={m.account_settings_mail_chapters_hint()}
        checked={isMailedOfChapters}
        onChange={({ target }) => change({ isMailedOfChapters: target.checked })}
      />
      <Choice
        kind="checkbox"
        label={m.account_settings_mail_invitations_label()}
        hint={m.account_settings_mail_invitations_hint()}
        checked={isMailedOfInvitations}
        onChange={({ target }) => change({ isMailedOfInvitations: target.checked })}
      />
      <Outcome
        fault={choose.error && explain(choose.error)}
        saved={choose.isSuccess ? m.account_settings_mail_saved() : null}
      />
      <p className="mt-1 text-small text-ink-3">{m.account_settings_mail_guard()}</p>
    </>
  );
}

/** What is wanted otherwise since then stays wanted. */
function without(all: ChoicesChange, part: ChoicesChange): ChoicesChange {
  const answered = new Map(Object.entries(part));
  return Object.fromEntries(Object.entries(all).filter(([name, isOn]) => answered.get(name) !== isOn));
}
