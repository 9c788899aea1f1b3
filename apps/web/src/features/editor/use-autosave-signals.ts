import { onlineManager } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import { useApiClient } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import type { Autosave } from "./autosave.ts";

/** `areSafe`: no picture is in this tab alone. */
type Place = { profileId: string; areSafe: boolean };

/** The network comes and goes, sessions end elsewhere, tabs are put away: what of that concerns unsent words. */
export function useAutosaveSignals(autosave: Autosave, { profileId, areSafe }: Place): void {
  const { subscribe, read, actAs } = useSession();
  const client = useApiClient();

  useEffect(
    () => onlineManager.subscribe((isOnline) => (isOnline ? void autosave.wake() : autosave.hold("offline"))),
    [autosave],
  );

  useEffect(() => {
    const goOn = async () => {
      if (read().state !== "member") return;
      const me = await client.account.me.query();
      if (me.actingAs === profileId) await autosave.own();
      // A new session speaks for the first face; this chapter may be another one's.
      else if (me.profiles.some(({ id }) => id === profileId)) actAs(profileId);
      else autosave.hold("someone-else");
    };
    return subscribe(() => {
      autosave.hold("signed-out");
      goOn().catch(() => undefined);
    });
  }, [autosave, subscribe, read, actAs, client, profileId]);

  useEffect(() => {
    const putAway = () => void autosave.keep();
    const ask = (event: BeforeUnloadEvent) => {
      putAway();
      if (!autosave.read().isSettled || !areSafe) event.preventDefault();
    };
    document.addEventListener("visibilitychange", putAway);
    window.addEventListener("pagehide", putAway);
    window.addEventListener("beforeunload", ask);
    return () => {
      document.removeEventListener("visibilitychange", putAway);
      window.removeEventListener("pagehide", putAway);
      window.removeEventListener("beforeunload", ask);
    };
  }, [autosave, areSafe]);

  // Within the site the words go on being sent, and what is kept here waits; only without either is there a question.
  useBlocker({
    shouldBlockFn: () => {
      const { isSettled, isKept } = autosave.read();
      return ((!isSettled && !isKept) || !areSafe) && !window.confirm(m.editor_leave());
    },
    enableBeforeUnload: false,
  });
}
