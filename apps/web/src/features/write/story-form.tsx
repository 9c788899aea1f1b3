import type { StoryInput } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { useEffect } from "react";
import { type SubmitHandler, useForm, useWatch } from "react-hook-form";
import { formatLanguage } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { messages } from "./messages.ts";
import { languages, type StoryFields } from "./story-fields.ts";

const words = messages.form;

/** Not with the page: the contract weighs as much as the form does, and nothing has been typed yet. */
const loadRules = () => import("./story-rules.ts");

type StoryFormProps = {
  fields: StoryFields;
  act: string;
  isBusy: boolean;
  error: unknown;
  onSend: (story: StoryInput) => void;
};

export function StoryForm({ fields, act, isBusy, error, onSend }: StoryFormProps) {
  useEffect(() => void loadRules(), []);
  const { register, handleSubmit, control, formState } = useForm<StoryFields, unknown, StoryInput>({
    resolver: async (...given) => (await loadRules()).storyRules(...given),
    defaultValues: fields,
    mode: "onBlur",
  });
  const { errors, submitCount } = formState;
  const send: SubmitHandler<StoryInput> = (story) => {
    if (!isBusy) onSend(story);
  };
  const fault = error ? explain(error) : null;
  const [tagline, blurb] = useWatch({ control, name: ["tagline", "blurb"] });
  const length = (text: string, max: number) => (
    <span className="text-small text-ink-3">{words.counter(text.length, max)}</span>
  );
  const known = languages.includes(fields.language) ? languages : [fields.language, ...languages];

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => void handleSubmit(send)(event)}
      className="grid max-w-160 gap-4"
    >
      <TextField
        {...register("title")}
        label={words.title.label}
        error={errors.title && words.title.wrong}
        autoComplete="off"
      />
      <TextField
        {...register("tagline")}
        label={words.tagline.label}
        hint={words.tagline.hint}
        error={errors.tagline && words.tagline.wrong}
        aside={length(tagline, 160)}
        autoComplete="off"
      />
      <TextArea
        {...register("blurb")}
        label={words.blurb.label}
        hint={words.blurb.hint}
        error={errors.blurb && words.blurb.wrong}
        aside={length(blurb, 2000)}
      />
      <div className="grid gap-x-6 gap-y-4 phone:grid-cols-2">
        <SelectField
          {...register("language")}
          label={words.language.label}
          hint={words.language.hint}
          options={known.map((code) => [code, formatLanguage(code)])}
        />
        <SelectField {...register("status")} label={words.status.label} options={Object.entries(messages.statuses)} />
      </div>
      <Choices legend={words.rating.legend} isWide>
        {Object.entries(messages.ratings).map(([rating, { name, about }]) => (
          <Choice key={rating} kind="radio" value={rating} label={name} hint={about} {...register("rating")} />
        ))}
      </Choices>
      <Choices legend={words.genres.legend} hint={words.genres.hint} error={errors.genres && words.genres.wrong}>
        {Object.entries(messages.genres).map(([genre, name]) => (
          <Choice key={genre} kind="checkbox" value={genre} label={name} {...register("genres")} />
        ))}
      </Choices>
      <TextField
        {...register("tags")}
        label={words.tags.label}
        hint={words.tags.hint}
        error={errors.tags && words.tags.wrong}
        autoComplete="off"
      />
      <Choices legend={words.notices.legend} hint={words.notices.hint}>
        {Object.entries(messages.notices).map(([notice, name]) => (
          <Choice key={notice} kind="checkbox" value={notice} label={name} {...register("notices")} />
        ))}
      </Choices>
      <Choice kind="checkbox" label={words.ai.label} hint={words.ai.hint} {...register("isAiReserved")} />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {submitCount > 0 && Object.keys(errors).length > 0 ? <FaultNotice>{words.wrong}</FaultNotice> : null}
      <Button type="submit" weight="main" isBusy={isBusy} className="justify-self-start">
        {act}
      </Button>
    </form>
  );
}
