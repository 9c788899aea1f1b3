import { Cover } from "@muejam/ui/cover";
import { SectionHead } from "@muejam/ui/section-head";
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";

/** The cover as it will be, while its title is being typed; where there is room beside the form. */
export function CoverBeside({ storyId, title }: { storyId: string; title: string }) {
  const me = useQuery(useApi().account.me.queryOptions(undefined, { staleTime: 60_000 })).data;
  const face = me?.profiles.find(({ id }) => id === me.actingAs);
  return (
    <aside className="hidden page:block">
      <div className="sticky top-[calc(var(--bar)+24px)]">
        <SectionHead id="cover" title={m.write_form_cover_title()} />
        <Cover
          seed={storyId}
          title={title.trim() || m.write_form_cover_blank()}
          by={face?.displayName ?? ""}
          className="mt-5 w-62"
        />
        <p className="mt-4 text-small text-ink-2">{m.write_form_cover_body()}</p>
      </div>
    </aside>
  );
}
