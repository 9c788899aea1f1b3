import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useApi } from "../../lib/api.ts";
import { useTitle } from "../../lib/use-title.ts";
import { newUuid } from "../../lib/uuid.ts";
import { FormPage } from "./form-page.tsx";
import { messages } from "./messages.ts";
import { blankFields } from "./story-fields.ts";
import { StoryForm } from "./story-form.tsx";

const words = messages.form;

export function NewStoryPage() {
  useTitle(`${words.newTitle} · MueJam`);
  const api = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  // One for the form, however often it is sent: a story is begun once.
  const [id] = useState(() => newUuid());
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
    <FormPage title={words.newTitle} body={words.newBody} back={{ to: "/write", words: words.backToStories }}>
      <StoryForm
        fields={blankFields}
        act={words.begin}
        isBusy={create.isPending}
        error={create.error}
        onSend={(story) => create.mutate({ ...story, id })}
      />
    </FormPage>
  );
}
