import type { KeyInput, KeyMade } from "@muejam/contracts/account";
import { Choice, Choices } from "@muejam/ui/choice";
import { SelectField } from "@muejam/ui/select-field";
import { TextField } from "@muejam/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";
import { ActForm } from "./act-form.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.key);
const start = { name: "", scopes: ["read"], expiresInDays: "365" };
const lives = ["30", "90", "180", "365"] as const;

const scopes = {
  read: [m.security_keys_scope_read, m.security_keys_scope_read_hint],
  write: [m.security_keys_scope_write, m.security_keys_scope_write_hint],
  moderate: [m.security_keys_scope_moderate, m.security_keys_scope_moderate_hint],
} as const;

type KeyFormProps = {
  isModerator: boolean;
  send: (given: KeyInput) => Promise<KeyMade>;
  onMade: (made: KeyMade) => void;
};

export function KeyForm({ isModerator, send, onMade }: KeyFormProps) {
  const act = useMutation({ mutationFn: send, networkMode: "always", onSuccess: onMade });
  const { form, wrongOf } = useFields({
    loadRule,
    start,
    onGiven: (given: KeyInput) => {
      if (!act.isPending) act.mutate(given);
    },
  });
  return (
    <ActForm form={form} fault={act.error && explain(act.error)} isBusy={act.isPending} act={m.security_keys_make()}>
      <TextField
        name="name"
        label={m.security_keys_name()}
        hint={m.security_keys_name_hint()}
        error={wrongOf("name") && m.security_keys_name_wrong()}
        autoComplete="off"
      />
      <Choices legend={m.security_keys_scopes()} error={wrongOf("scopes") && m.security_keys_scopes_wrong()} isWide>
        {Object.entries(scopes)
          .filter(([scope]) => scope !== "moderate" || isModerator)
          .map(([scope, [label, hint]]) => (
            <Choice
              key={scope}
              kind="checkbox"
              name="scopes"
              value={scope}
              defaultChecked={start.scopes.includes(scope)}
              label={label()}
              hint={hint()}
            />
          ))}
      </Choices>
      <SelectField
        name="expiresInDays"
        label={m.security_keys_life()}
        defaultValue={start.expiresInDays}
        options={lives.map((days) => [days, m.security_keys_days({ count: Number(days) })] as const)}
      />
    </ActForm>
  );
}
