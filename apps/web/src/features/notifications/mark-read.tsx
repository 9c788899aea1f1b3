import { Button } from "@muejam/ui/button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";

/** Up to what the reader sees: whatever comes meanwhile stays new. */
export function MarkRead({ seq }: { seq: number }) {
  const api = useApi();
  const cache = useQueryClient();
  const unread = useQuery(api.notification.unread.queryOptions());
  const marking = useMutation(
    api.notification.markRead.mutationOptions({
      onSuccess: (left) => {
        cache.setQueryData(api.notification.unread.queryKey(), left);
        return cache.invalidateQueries(api.notification.list.pathFilter());
      },
    }),
  );

  return (
    <div className="mt-2 min-h-(--hit)">
      {unread.data?.count ? (
        <Button weight="text" isBusy={marking.isPending} onClick={() => marking.mutate({ seq })}>
          {m.notifications_mark_read()}
        </Button>
      ) : null}
      <ActFault error={marking.error} />
    </div>
  );
}
