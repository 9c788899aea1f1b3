import type { OwnProfile } from "@muejam/contracts/profile";
import { TextField } from "@muejam/ui/text-field";
import { m } from "#messages";
import { useFaceForm } from "./use-face-form.ts";
import { WelcomeActs } from "./welcome-acts.tsx";
import { chosenNames } from "./welcome-steps.ts";

type WelcomeNameProps = { face: OwnProfile; onDone: () => void };

export function WelcomeName({ face, onDone }: WelcomeNameProps) {
  const { field, form, fault, isBusy } = useFaceForm(face.id, chosenNames(face), onDone);
  return (
    <form {...form} className="grid max-w-110 gap-3">
      <TextField {...field("displayName")} label={m.account_face_name_label()} autoComplete="nickname" />
      <TextField
        {...field("handle")}
        label={m.account_face_handle_label()}
        hint={m.account_face_handle_hint()}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <WelcomeActs fault={fault} isBusy={isBusy} onSkip={onDone} />
    </form>
  );
}
