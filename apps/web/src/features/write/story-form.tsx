import type { Rating, StoryInput } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import type { ReactNode } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { formatLanguage, formatNumber } from "../../lib/format.ts";
import { genreNames } from "../../lib/genre-names.ts";
import { languages } from "../../lib/languages.ts";
import { noticeNames, ratingNames, statusNames } from "../../lib/story-names.ts";
import { useFields } from "../../lib/use-fields.ts";
import { ratingHints } from "./rating-hints.ts";
import type { StoryFields } from "./story-fields.ts";

const loadRule = () => import("./story-rule.ts").then(({ storyRule }) => storyRule);

type Typed = "title" | "tagline" | "blurb" | "language" | "status" | "tags";

type StoryFormProps = {
  fields: StoryFields;
  act: string;
  /** As whom, where that is not plain. */
  as?: ReactNode;
  isBusy: boolean;
  error: unknown;
  onSend: (story: StoryInput) => void;
  onTitle: (title: string) => void;
};

export function StoryForm({ fields, act, as, isBusy, error, onSend, onTitle }: StoryFormProps) {
  const { form, wrongOf, isRefused } = useFields({
    loadRule,
    start: fields,
    onGiven: (story) => {
      if (!isBusy) onSend(story);
    },
  });
  const field = (name: Typed) => ({ name, defaultValue: fields[name] });
  const box = (name: "genres" | "notices", value: string) => ({
    name,
    value,
    // safe: a word is among them, or it is not.
    defaultChecked: (fields[name] as readonly string[]).includes(value),
  });
  const known = languages.includes(fields.language) ? languages : [fields.language, ...languages];

  return (
    <form {...form} className="grid gap-4">
      <TextField
        {...field("title")}
        onInput={({ currentTarget }) => onTitle(currentTarget.value)}
        label={m.write_form_title_label()}
        error={wrongOf("title") && m.write_form_title_wrong()}
        autoComplete="off"
      />
      <TextField
        {...field("tagline")}
        label={m.write_form_tagline_label()}
        hint={m.write_form_tagline_hint()}
        error={wrongOf("tagline") && m.write_form_tagline_wrong()}
        count={(length) => m.write_form_counter({ length: formatNumber(length), max: formatNumber(160) })}
        autoComplete="off"
      />
      <TextArea
        {...field("blurb")}
        label={m.write_form_blurb_label()}
        hint={m.write_form_blurb_hint()}
        error={wrongOf("blurb") && m.write_form_blurb_wrong()}
        count={(length) => m.write_form_counter({ length: formatNumber(length), max: formatNumber(2000) })}
      />
      <div className="grid gap-x-6 gap-y-4 phone:grid-cols-2">
        <SelectField
          {...field("language")}
          label={m.write_form_language_label()}
          hint={m.write_form_language_hint()}
          options={known.map((code) => [code, formatLanguage(code)])}
        />
        <SelectField
          {...field("status")}
          label={m.write_form_status_label()}
          options={Object.entries(statusNames).map(([status, name]) => [status, name()])}
        />
      </div>
      <Choices legend={m.write_form_rating_legend()} isWide>
        {Object.entries(ratingNames).map(([rating, name]) => (
          <Choice
            key={rating}
            kind="radio"
            name="rating"
            value={rating}
            defaultChecked={rating === fields.rating}
            label={name()}
            hint={ratingHints[rating as Rating]()}
          />
        ))}
      </Choices>
      <Choices
        legend={m.write_form_genres_legend()}
        hint={m.write_form_genres_hint()}
        error={wrongOf("genres") && m.write_form_genres_wrong()}
      >
        {Object.entries(genreNames).map(([genre, name]) => (
          <Choice key={genre} kind="checkbox" {...box("genres", genre)} label={name()} />
        ))}
      </Choices>
      <TextField
        {...field("tags")}
        label={m.write_form_tags_label()}
        hint={m.write_form_tags_hint()}
        error={wrongOf("tags") && m.write_form_tags_wrong()}
        autoComplete="off"
      />
      <Choices legend={m.write_form_notices_legend()} hint={m.write_form_notices_hint()}>
        {Object.entries(noticeNames).map(([notice, name]) => (
          <Choice key={notice} kind="checkbox" {...box("notices", notice)} label={name()} />
        ))}
      </Choices>
      <Choice
        kind="checkbox"
        name="isAiReserved"
        defaultChecked={fields.isAiReserved}
        label={m.write_form_ai_label()}
        hint={m.write_form_ai_hint()}
      />
      <ActFault error={error} />
      {isRefused ? <FaultNotice>{m.write_form_wrong()}</FaultNotice> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {act}
        </Button>
        {as}
      </div>
    </form>
  );
}
