import type { StaffGrant } from "@muejam/contracts/staff";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";
import { PurposeField } from "./purpose-field.tsx";
import { roleNames } from "./role-names.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.reason);

type RoleEndProps = { grant: StaffGrant; send: (purpose: string) => Promise<unknown>; onClose: () => void };

/** It ends with the very next call of whoever had it, so it is asked once more, with the reason. */
export function RoleEnd({ grant: { profile, role }, send, onClose }: RoleEndProps) {
  const act = useMutation({ mutationFn: send, networkMode: "always", onSuccess: onClose });
  const { form, wrongOf } = useFields({
    loadRule,
    start: { purpose: "" },
    onGiven: ({ purpose }) => {
      if (!act.isPending) act.mutate(purpose);
    },
  });
  const fault = act.error && explain(act.error);
  const words = { role: roleNames[role].name(), name: profile.displayName };
  return (
    <Dialog title={m.staff_role_end_title(words)} isOpen onClose={onClose}>
      <form {...form} className="grid gap-3">
        <p className="wrap-anywhere">{m.staff_role_end_body({ handle: profile.handle })}</p>
        <PurposeField isWrong={Boolean(wrongOf("purpose"))} />
        {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" weight="risk" isBusy={act.isPending}>
            {m.staff_role_end_confirm()}
          </Button>
          <Button onClick={onClose}>{m.staff_cancel()}</Button>
        </div>
      </form>
    </Dialog>
  );
}
