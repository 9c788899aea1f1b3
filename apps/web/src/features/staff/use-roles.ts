import type { RoleChange } from "@muejam/contracts/account";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import type { NewRole } from "./rules.ts";

/** Does an act once its owner has shown who they are. */
export type Proven = <T>(act: () => Promise<T>) => Promise<T>;

/** Who has a role, and how one is given and taken back; each list is read anew after an act. */
export function useRoles(proven: Proven) {
  const { account, profile } = useApi();
  const cache = useQueryClient();
  const list = useInfiniteQuery(
    account.staff.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  const onSuccess = () => void cache.invalidateQueries({ queryKey: account.pathKey() });
  const grant = useMutation(account.grantRole.mutationOptions());
  const end = useMutation(account.endRole.mutationOptions());
  return {
    list,
    give: useMutation({
      mutationFn: async (given: NewRole) => {
        const { handle, role, purpose } = given;
        const { id } = await cache.fetchQuery(profile.view.queryOptions({ handle }, { staleTime: 0 }));
        await proven(() => grant.mutateAsync({ profileId: id, role, purpose }));
        return given;
      },
      networkMode: "always",
      onSuccess,
    }),
    end: useMutation({ mutationFn: (change: RoleChange) => proven(() => end.mutateAsync(change)), onSuccess }),
  };
}
export type Roles = ReturnType<typeof useRoles>;
