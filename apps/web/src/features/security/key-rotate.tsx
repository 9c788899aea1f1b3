import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

const overlaps = [
  ["0", m.security_keys_overlap_none],
  ["1", m.security_keys_overlap_hour],
  ["24", m.security_keys_overlap_day],
  ["168", m.security_keys_overlap_week],
] as const;

type KeyRotateProps = {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  onRotate: (overlapHours: number) => Promise<void>;
};

/** The dialog closes before the owner may be asked for the password: one question at a time. */
export function KeyRotate({ name, isOpen, onClose, onRotate }: KeyRotateProps) {
  const [hours, setHours] = useState("24");
  const act = useMutation({ mutationFn: onRotate, networkMode: "always" });
  const rotate = () => {
    onClose();
    act.mutate(Number(hours));
  };
  return (
    <>
      {act.error ? (
        <div className="w-full">
          <FaultNotice>{explain(act.error).sentence}</FaultNotice>
        </div>
      ) : null}
      <Dialog title={m.security_keys_rotate_title({ name })} isOpen={isOpen} onClose={onClose}>
        <p className="mb-4">{m.security_keys_rotate_body()}</p>
        <SelectField
          label={m.security_keys_overlap()}
          value={hours}
          onChange={({ target }) => setHours(target.value)}
          options={overlaps.map(([value, words]) => [value, words()] as const)}
        />
        <div className="mt-4 flex flex-wrap gap-3">
          <Button weight="main" onClick={rotate}>
            {m.security_keys_rotate_act()}
          </Button>
          <Button onClick={onClose}>{m.security_factor_cancel()}</Button>
        </div>
      </Dialog>
    </>
  );
}
