import type { StoryInput } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { useEffect } from "react";
import { type SubmitHandler, useForm, useWatch } from "react-hook-form";
import { m } from "#messages";
import { formatLanguage, formatNumber } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { languages, type StoryFields } from "./story-fields.ts";
import { genreNames, noticeNames, ratingNames, statusNames } from "./story-names.ts";

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
    <span className="text-small text-ink-3">
      {m.write_form_counter({ length: formatNumber(text.length), max: formatNumber(max) })}
    </span>
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
        label={m.write_form_title_label()}
        error={errors.title && m.write_form_title_wrong()}
        autoComplete="off"
      />
      <TextField
        {...register("tagline")}
        label={m.write_form_tagline_label()}
        hint={m.write_form_tagline_hint()}
        error={errors.tagline && m.write_form_tagline_wrong()}
        aside={length(tagline, 160)}
        autoComplete="off"
      />
      <TextArea
        {...register("blurb")}
        label={m.write_form_blurb_label()}
        hint={m.write_form_blurb_hint()}
        error={errors.blurb && m.write_form_blurb_wrong()}
        aside={length(blurb, 2000)}
      />
      <div className="grid gap-x-6 gap-y-4 phone:grid-cols-2">
        <SelectField
          {...register("language")}
          label={m.write_form_language_label()}
          hint={m.write_form_language_hint()}
          options={known.map((code) => [code, formatLanguage(code)])}
        />
        <SelectField
          {...register("status")}
          label={m.write_form_status_label()}
          options={Object.entries(statusNames).map(([status, name]) => [status, name()])}
        />
      </div>
      <Choices legend={m.write_form_rating_legend()} isWide>
        {Object.entries(ratingNames).map(([rating, { name, about }]) => (
          <Choice key={rating} kind="radio" value={rating} label={name()} hint={about()} {...register("rating")} />
        ))}
      </Choices>
      <Choices
        legend={m.write_form_genres_legend()}
        hint={m.write_form_genres_hint()}
        error={errors.genres && m.write_form_genres_wrong()}
      >
        {Object.entries(genreNames).map(([genre, name]) => (
          <Choice key={genre} kind="checkbox" value={genre} label={name()} {...register("genres")} />
        ))}
      </Choices>
      <TextField
        {...register("tags")}
        label={m.write_form_tags_label()}
        hint={m.write_form_tags_hint()}
        error={errors.tags && m.write_form_tags_wrong()}
        autoComplete="off"
      />
      <Choices legend={m.write_form_notices_legend()} hint={m.write_form_notices_hint()}>
        {Object.entries(noticeNames).map(([notice, name]) => (
          <Choice key={notice} kind="checkbox" value={notice} label={name()} {...register("notices")} />
        ))}
      </Choices>
      <Choice
        kind="checkbox"
        label={m.write_form_ai_label()}
        hint={m.write_form_ai_hint()}
        {...register("isAiReserved")}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {submitCount > 0 && Object.keys(errors).length > 0 ? <FaultNotice>{m.write_form_wrong()}</FaultNotice> : null}
      <Button type="submit" weight="main" isBusy={isBusy} className="justify-self-start">
        {act}
      </Button>
    </form>
  );
}
