import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { FaultNotice } from "@muejam/ui/notice";
import { useState } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";
import { HandleField } from "./handle-field.tsx";
import { PurposeField } from "./purpose-field.tsx";
import { roleNames } from "./role-names.ts";
import type { NewRole } from "./rules.ts";
import type { Roles } from "./use-roles.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.newRole);
const start = { handle: "", role: "moderator", purpose: "" };

/** Read once more before it is given. */
export function RoleForm({ give }: Pick<Roles, "give">) {
  const [asked, setAsked] = useState<NewRole | null>(null);
  const { form, wrongOf, empty } = useFields({ loadRule, start, onGiven: setAsked });
  const close = () => setAsked(null);
  const confirm = () => asked && give.mutate(asked, { onSuccess: empty, onSettled: close });
  const fault = give.error && explain(give.error);
  return (
    <>
      <form {...form} onInput={() => (give.isSuccess || give.error) && give.reset()} className="grid gap-4">
        <HandleField isWrong={Boolean(wrongOf("handle"))} />
        <Choices legend={m.staff_role()} isWide>
          {Object.entries(roleNames).map(([role, { name, about }]) => (
            <Choice
              key={role}
              kind="radio"
              name="role"
              value={role}
              defaultChecked={role === start.role}
              label={name()}
              hint={about()}
            />
          ))}
        </Choices>
        <PurposeField isWrong={Boolean(wrongOf("purpose"))} />
        {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" weight="main">
            {m.staff_role_give()}
          </Button>
          <span role="status" className="text-small text-ink-2 wrap-anywhere">
            {give.data ? m.staff_role_done({ handle: give.data.handle, role: roleNames[give.data.role].name() }) : null}
          </span>
        </div>
      </form>
      <Dialog
        title={asked ? m.staff_role_sure({ handle: asked.handle, role: roleNames[asked.role].name() }) : ""}
        isOpen={asked !== null}
        onClose={close}
      >
        <p className="mb-4">{asked ? roleNames[asked.role].about() : null}</p>
        <div className="flex flex-wrap gap-3">
          <Button weight="main" isBusy={give.isPending} onClick={confirm}>
            {m.staff_role_give_confirm()}
          </Button>
          <Button onClick={close}>{m.staff_cancel()}</Button>
        </div>
      </Dialog>
    </>
  );
}
