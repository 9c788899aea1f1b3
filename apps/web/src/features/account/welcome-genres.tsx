import type { Me } from "@muejam/contracts/account";
import { type FormEvent, useState } from "react";
import { GenreChips } from "./genre-chips.tsx";
import { usePreferences } from "./use-preferences.ts";
import { WelcomeActs } from "./welcome-acts.tsx";

type WelcomeGenresProps = { me: Me; onBack: () => void; onDone: () => void };

export function WelcomeGenres({ me, onBack, onDone }: WelcomeGenresProps) {
  const [chosen, setChosen] = useState(me.interests);
  const { fault, isBusy, set } = usePreferences();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) set({ interests: chosen }, onDone);
  };
  return (
    <form onSubmit={save}>
      <GenreChips chosen={chosen} onChange={setChosen} />
      <WelcomeActs fault={fault} isBusy={isBusy} onBack={onBack} onSkip={onDone} />
    </form>
  );
}
