import type { Me } from "@muejam/contracts/account";
import { TextField } from "@muejam/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { WelcomeActs } from "./welcome-acts.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.birth);

type WelcomeBirthProps = { me: Me; onBack: () => void; onDone: () => void };

export function WelcomeBirth({ me, onBack, onDone }: WelcomeBirthProps) {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const api = useApi();
  const cache = useQueryClient();
  const onboard = useMutation(api.account.onboard.mutationOptions());
  const { field, form, fault, isBusy } = useJudgedForm<{ birthDate: string }>({
    loadRule,
    words: {
      birthDate: {
        other: m.account_welcome_birth_wrong(),
        possible: m.account_welcome_birth_impossible(),
        UNDER_AGE: m.account_welcome_birth_under_age(),
      },
    },
    places: { UNDER_AGE: "birthDate" },
    send: async ({ birthDate }) => {
      const preferred = await onboard.mutateAsync({ birthDate, interests: me.interests });
      cache.setQueryData(api.account.me.queryKey(), (known) => known && { ...known, ...preferred });
      onDone();
    },
  });
  if (me.isOnboarded) return <Given onBack={onBack} onDone={onDone} />;
  return (
    <form {...form} className="grid max-w-110 gap-3">
      <TextField
        {...field("birthDate")}
        label={m.account_welcome_birth_label()}
        type="date"
        min="1900-01-01"
        max={today}
        autoComplete="bday"
      />
      <p className="mb-2 text-small text-ink-2">{m.account_welcome_birth_sealed()}</p>
      <WelcomeActs fault={fault} isBusy={isBusy} onBack={onBack} onSkip={onDone} />
    </form>
  );
}

function Given({ onBack, onDone }: Omit<WelcomeBirthProps, "me">) {
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    onDone();
  };
  return (
    <form onSubmit={goOn}>
      <p className="mb-2 text-ink-2">{m.account_welcome_birth_done()}</p>
      <WelcomeActs act={m.account_welcome_onwards()} fault={null} isBusy={false} onBack={onBack} />
    </form>
  );
}
