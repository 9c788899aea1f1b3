import type { OwnProfile } from "@muejam/contracts/profile";
import { Choice } from "@muejam/ui/choice";
import { FaultNotice } from "@muejam/ui/notice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDate } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useNow } from "../../lib/use-now.ts";

/** Nothing for whoever was never called otherwise. */
export function FormerHandles({ face: { id } }: { face: OwnProfile }) {
  const now = useNow(3_600_000);
  const { profile } = useApi();
  const cache = useQueryClient();
  const left = useQuery(profile.formerHandles.queryOptions({ id }));
  const redirect = useMutation(
    profile.redirect.mutationOptions({
      onSuccess: (handles) => void cache.setQueryData(profile.formerHandles.queryKey({ id }), handles),
    }),
  );
  const failed = left.error ?? redirect.error;
  const fault = failed && explain(failed);
  if (!fault && !left.data?.handles.length) return null;
  return (
    <SettingsSection id="former" title={m.faces_former()} body={m.faces_former_body()}>
      {left.data?.handles.map(({ handle, isRedirected, redirectsUntil, reservedUntil }) => {
        const free = formatDate(reservedUntil);
        const isOver = Date.parse(redirectsUntil) < now;
        if (isOver)
          return (
            <p key={handle} className="py-1.5 text-small text-ink-3 wrap-anywhere">
              <bdi dir="ltr">{m.faces_handle({ handle })}</bdi> {m.faces_former_over({ free })}
            </p>
          );
        return (
          <Choice
            key={handle}
            kind="checkbox"
            label={m.faces_former_lead({ handle })}
            hint={m.faces_former_until({ until: formatDate(redirectsUntil), free })}
            checked={
              redirect.isPending && redirect.variables.handle === handle
                ? redirect.variables.isRedirected
                : isRedirected
            }
            onChange={({ target }) =>
              redirect.isPending || redirect.mutate({ id, handle, isRedirected: target.checked })
            }
          />
        );
      })}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <p role="status" className="min-h-4.5 text-small text-ink-2">
        {redirect.isSuccess ? m.faces_former_saved() : null}
      </p>
    </SettingsSection>
  );
}
