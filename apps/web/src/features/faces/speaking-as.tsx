import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

type SpeakingAsProps = {
  /** Whose this is about; nobody follows or applauds themselves. Only whoever has several faces is told here. */
  about?: { id: string };
};

/** Beside what others will see: as whom. */
export function SpeakingAs({ about }: SpeakingAsProps) {
  const { state } = useSession();
  const { account } = useApi();
  const { data: me } = useQuery(account.me.queryOptions(undefined, { staleTime: 60_000, enabled: state === "member" }));
  const face = me?.profiles.find(({ id }) => id === me.actingAs);
  const isNeedless = about && (me?.profiles.length === 1 || me?.profiles.some(({ id }) => id === about.id));
  if (!face || isNeedless) return null;
  return <span className="text-small text-ink-2 wrap-anywhere">{m.faces_as({ name: face.displayName })}</span>;
}
