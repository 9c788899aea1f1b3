import { Button } from "@muejam/ui/button";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { ActForm } from "./act-form.tsx";

type ConfirmFormProps = { words: string; act: string; send: () => Promise<void>; onCancel: () => void };

/** Asked once more, where it is about a way in. */
export function ConfirmForm({ words, act, send, onCancel }: ConfirmFormProps) {
  const { mutate, error, isPending } = useMutation({ mutationFn: send, networkMode: "always" });
  return (
    <ActForm
      form={{
        onSubmit: (event) => {
          event.preventDefault();
          if (!isPending) mutate();
        },
      }}
      fault={error && explain(error)}
      isBusy={isPending}
      act={act}
      aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
    >
      <p className="text-ui">{words}</p>
    </ActForm>
  );
}
