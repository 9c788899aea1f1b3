import { Choice, Choices } from "@muejam/ui/choice";
import { PasswordField } from "@muejam/ui/password-field";
import { SelectField } from "@muejam/ui/select-field";
import { Stepper } from "@muejam/ui/stepper";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { useId, useState } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

const sizes = ["16", "18", "20"];

export function FieldSamples() {
  const name = useId();
  const [size, setSize] = useState("18");
  return (
    <>
      <TextField
        label={m.kit_fields_title()}
        hint={m.kit_fields_hint()}
        defaultValue={m.kit_fields_value()}
        count={(length) => m.kit_fields_count({ count: formatNumber(length), max: formatNumber(160) })}
      />
      <TextField label={m.kit_fields_handle()} defaultValue="nuala dace" error={m.kit_fields_wrong()} />
      <PasswordField
        label={m.kit_fields_password()}
        words={{ show: m.kit_fields_show(), hide: m.kit_fields_hide(), about: m.kit_fields_password() }}
        autoComplete="off"
      />
      <TextArea label={m.kit_fields_about()} rows={2} />
      <SelectField label={m.kit_fields_status()} options={[["ongoing", m.kit_marks_ongoing()]]} />
      <Choices legend={m.kit_fields_choices()}>
        <Choice kind="radio" name={name} defaultChecked label={m.kit_fields_everyone()} />
        <Choice kind="radio" name={name} label={m.kit_fields_teen()} hint={m.kit_fields_hint()} />
        <Choice kind="checkbox" defaultChecked label={m.kit_marks_completed()} />
      </Choices>
      <Stepper
        values={sizes}
        value={size}
        onChoose={setSize}
        words={{ more: m.kit_fields_more(), less: m.kit_fields_less(), shown: (px) => px }}
      />
    </>
  );
}
