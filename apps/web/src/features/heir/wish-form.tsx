import type { OwnWish, Wish, Wishes } from "@muejam/contracts/heir";
import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { TextField } from "@muejam/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.wish);

const wishes: Record<Wish, { name: () => string; about: () => string }> = {
  "hand-over": { name: m.heir_wish_hand_over, about: m.heir_wish_hand_over_about },
  memorial: { name: m.heir_wish_memorial, about: m.heir_wish_memorial_about },
  close: { name: m.heir_wish_close, about: m.heir_wish_close_about },
};

export function WishForm({ face, own }: { face: OwnProfile; own: OwnWish | undefined }) {
  const { heir } = useApi();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<string>(own?.wish ?? "hand-over");
  const keep = { onSuccess: (known: Wishes) => void cache.setQueryData(heir.wishes.queryKey(), known) };
  const set = useMutation(heir.setWish.mutationOptions(keep));
  const remove = useMutation(heir.removeWish.mutationOptions(keep));
  const start = {
    profileId: face.id,
    wish: own?.wish ?? "hand-over",
    afterMonths: String(own?.afterMonths ?? 12),
    to: own?.to ?? "",
  };
  const isBusy = set.isPending || remove.isPending;
  const { form, wrongOf } = useFields({
    loadRule,
    start,
    onGiven: (wish) => {
      if (!isBusy) set.mutate(wish);
    },
  });
  const isSelf = appErrorOf(set.error)?.code === "YOUR_OWN";
  const failed = isSelf ? null : (set.error ?? remove.error);
  const fault = failed && explain(failed);
  const wrongTo = wrongOf("to") ? m.heir_to_wrong() : isSelf ? m.heir_to_self() : undefined;
  return (
    <form {...form} onInput={() => set.isSuccess && set.reset()} className="grid gap-4">
      {own ? <Standing own={own} /> : null}
      <Choices legend={m.heir_wish()} isWide>
        {Object.entries(wishes).map(([wish, { name, about }]) => (
          <Choice
            key={wish}
            kind="radio"
            name="wish"
            value={wish}
            checked={wish === chosen}
            onChange={() => setChosen(wish)}
            label={name()}
            hint={about()}
          />
        ))}
      </Choices>
      {chosen === "hand-over" ? (
        <TextField
          name="to"
          defaultValue={start.to}
          label={m.heir_to()}
          hint={m.heir_to_hint()}
          error={wrongTo}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : null}
      <SelectField
        name="afterMonths"
        defaultValue={start.afterMonths}
        label={m.heir_after()}
        options={["6", "12", "24"].map((months) => [months, m.heir_after_months({ months })])}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {m.heir_save()}
        </Button>
        {own ? (
          <Button isBusy={isBusy} onClick={() => remove.mutate({ profileId: face.id })}>
            {m.heir_remove()}
          </Button>
        ) : null}
        <span role="status" className="text-small text-ink-2">
          {set.isSuccess ? m.heir_saved() : null}
        </span>
      </div>
    </form>
  );
}

function Standing({ own: { state, to, heir } }: { own: OwnWish }) {
  if (state === null) return null;
  const said = {
    asked: () => m.heir_asked({ to: to ?? "" }),
    accepted: () => m.heir_accepted({ name: heir?.displayName ?? to ?? "" }),
    declined: () => m.heir_declined({ to: to ?? "" }),
  };
  return <p className="text-ui text-ink-2 wrap-anywhere">{said[state]()}</p>;
}
