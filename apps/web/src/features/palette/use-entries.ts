import { useSession } from "../../lib/use-session.ts";
import type { Entry } from "./entries.ts";
import { useExactEntries } from "./use-exact-entries.ts";
import { useFaceEntries } from "./use-face-entries.ts";
import { useOwnEntries } from "./use-own-entries.ts";
import { usePageEntries } from "./use-page-entries.ts";

/** Something to do rather than somewhere to go. */
export type Command = { name: string; run: () => void };

export function useEntries(typed: string, commands: readonly Command[]): Entry[] {
  const { state } = useSession();
  const isMember = state === "member";
  return [
    ...useExactEntries(typed),
    ...usePageEntries(isMember),
    ...useOwnEntries(isMember),
    ...useFaceEntries(isMember),
    ...commands.map(({ name, run }): Entry => ({ id: name, group: "look", name, go: { run } })),
  ];
}
