import type { OwnStory } from "@muejam/contracts/story";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useTitle } from "../../lib/use-title.ts";
import { CoverBeside } from "./cover-beside.tsx";
import { PageFault } from "./fault.tsx";
import { FormPage } from "./form-page.tsx";
import { fieldsOf } from "./story-fields.ts";
import { StoryForm } from "./story-form.tsx";

export function SettingsPage({ storyId }: { storyId: string }) {
  useTitle(`${m.write_form_settings_title()} · MueJam`);
  const [title, setTitle] = useState<string | null>(null);
  const own = useQuery(useApi().story.own.queryOptions({ id: storyId }));
  if (own.error) return <PageFault error={own.error} onRetry={() => void own.refetch()} />;
  const back = { to: "/write/$storyId", params: { storyId }, words: m.write_form_back() } as const;
  const aside = own.data ? <CoverBeside storyId={storyId} title={title ?? own.data.title} /> : null;
  return (
    <FormPage title={m.write_form_settings_title()} back={back} aside={aside}>
      {own.data ? <Settings story={own.data} onTitle={setTitle} /> : <p aria-busy="true">{m.write_waiting()}</p>}
    </FormPage>
  );
}

function Settings({ story, onTitle }: { story: OwnStory; onTitle: (title: string) => void }) {
  const api = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { id } = story;
  const update = useMutation(
    api.story.update.mutationOptions({
      onSuccess: (changed) => {
        cache.setQueryData(api.story.own.queryKey({ id }), changed);
        void cache.invalidateQueries({ queryKey: api.story.pathKey() });
        void navigate({ to: "/write/$storyId", params: { storyId: id } });
      },
    }),
  );
  return (
    <StoryForm
      fields={fieldsOf(story)}
      act={m.write_form_save()}
      onTitle={onTitle}
      isBusy={update.isPending}
      error={update.error}
      onSend={(changed) => update.mutate({ ...changed, id })}
    />
  );
}
