import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useTitle } from "../../lib/use-title.ts";
import { newUuid } from "../../lib/uuid.ts";
import { CoverBeside } from "./cover-beside.tsx";
import { FormPage } from "./form-page.tsx";
import { blankFields } from "./story-fields.ts";
import { StoryForm } from "./story-form.tsx";

/** `as` says whose story it will be. */
export function NewStoryPage({ as }: { as: ReactNode }) {
  useTitle(`${m.write_form_new_title()} · MueJam`);
  const api = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  // One for the form, however often it is sent: a story is begun once.
  const [id] = useState(() => newUuid());
  const [title, setTitle] = useState("");
  const create = useMutation(
    api.story.create.mutationOptions({
      onSuccess: (story) => {
        cache.setQueryData(api.story.own.queryKey({ id }), story);
        void cache.invalidateQueries({ queryKey: api.story.mine.pathKey() });
        void navigate({ to: "/write/$storyId", params: { storyId: id }, replace: true });
      },
    }),
  );
  return (
    <FormPage
      title={m.write_form_new_title()}
      body={m.write_form_new_body()}
      back={{ to: "/write", words: m.write_form_back_to_stories() }}
      aside={<CoverBeside storyId={id} title={title} />}
    >
      <StoryForm
        fields={blankFields}
        act={m.write_form_begin()}
        as={as}
        onTitle={setTitle}
        isBusy={create.isPending}
        error={create.error}
        onSend={(story) => create.mutate({ ...story, id })}
      />
    </FormPage>
  );
}
