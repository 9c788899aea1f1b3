import type { StoryInput } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SelectField } from "@muejam/ui/select-field";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { formatLanguage } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useFields } from "../../lib/use-fields.ts";
import { messages } from "./messages.ts";
import { languages, type StoryFields } from "./story-fields.ts";

const words = messages.form;

const loadRule = () => import("./story-rule.ts").then(({ storyRule }) => storyRule);

type Typed = "title" | "tagline" | "blurb" | "language" | "status" | "tags";

type StoryFormProps = {
  fields: StoryFields;
  act: string;
  isBusy: boolean;
  error: unknown;
  onSend: (story: StoryInput) => void;
};

export function StoryForm({ fields, act, isBusy, error, onSend }: StoryFormProps) {
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
  const fault = error ? explain(error) : null;
  const known = languages.includes(fields.language) ? languages : [fields.language, ...languages];

  return (
    <form {...form} className="grid max-w-160 gap-4">
      <TextField
        {...field("title")}
        label={words.title.label}
        error={wrongOf("title") && words.title.wrong}
        autoComplete="off"
      />
      <TextField
        {...field("tagline")}
        label={words.tagline.label}
        hint={words.tagline.hint}
        error={wrongOf("tagline") && words.tagline.wrong}
        count={(length) => words.counter(length, 160)}
        autoComplete="off"
      />
      <TextArea
        {...field("blurb")}
        label={words.blurb.label}
        hint={words.blurb.hint}
        error={wrongOf("blurb") && words.blurb.wrong}
        count={(length) => words.counter(length, 2000)}
      />
      <div className="grid gap-x-6 gap-y-4 phone:grid-cols-2">
        <SelectField
          {...field("language")}
          label={words.language.label}
          hint={words.language.hint}
          options={known.map((code) => [code, formatLanguage(code)])}
        />
        <SelectField {...field("status")} label={words.status.label} options={Object.entries(messages.statuses)} />
      </div>
      <Choices legend={words.rating.legend} isWide>
        {Object.entries(messages.ratings).map(([rating, { name, about }]) => (
          <Choice
            key={rating}
            kind="radio"
            name="rating"
            value={rating}
            defaultChecked={rating === fields.rating}
            label={name}
            hint={about}
          />
        ))}
      </Choices>
      <Choices legend={words.genres.legend} hint={words.genres.hint} error={wrongOf("genres") && words.genres.wrong}>
        {Object.entries(messages.genres).map(([genre, name]) => (
          <Choice key={genre} kind="checkbox" {...box("genres", genre)} label={name} />
        ))}
      </Choices>
      <TextField
        {...field("tags")}
        label={words.tags.label}
        hint={words.tags.hint}
        error={wrongOf("tags") && words.tags.wrong}
        autoComplete="off"
      />
      <Choices legend={words.notices.legend} hint={words.notices.hint}>
        {Object.entries(messages.notices).map(([notice, name]) => (
          <Choice key={notice} kind="checkbox" {...box("notices", notice)} label={name} />
        ))}
      </Choices>
      <Choice
        kind="checkbox"
        name="isAiReserved"
        defaultChecked={fields.isAiReserved}
        label={words.ai.label}
        hint={words.ai.hint}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {isRefused ? <FaultNotice>{words.wrong}</FaultNotice> : null}
      <Button type="submit" weight="main" isBusy={isBusy} className="justify-self-start">
        {act}
      </Button>
    </form>
  );
}
