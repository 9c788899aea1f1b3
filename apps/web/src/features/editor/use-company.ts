import type { Desk, Present } from "@muejam/contracts/presence";
import { useEffect, useState } from "react";
import { useApiClient } from "../../lib/api.ts";
import { hearDesk } from "../../lib/desk-hints.ts";
import { appErrorOf } from "../../lib/errors.ts";
import type { Autosave } from "./autosave.ts";

/** Said more often than presence lasts, so that one lost word makes nobody vanish. */
const sayMs = 15_000;

type Place = { storyId: string; chapterId: string };

/** `rights`: null before they were heard. `isOut`: whoever looks may not any more. */
type Company = { others: Present[]; rights: Desk["rights"] | null; isOut: boolean };

/**
 * Says that this chapter is open here, and hears who else is in the story and what may be done in it; what others wrote
 * is read as soon as it is known of.
 */
export function useCompany(autosave: Autosave, { storyId, chapterId }: Place): Company {
  const client = useApiClient();
  const [others, setOthers] = useState<Present[]>([]);
  const [rights, setRights] = useState<Company["rights"]>(null);
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    let isOver = false;
    let isAsking = false;
    let isHinted = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** One at a time: what is heard of meanwhile is one reason to ask once more. */
    const say = async () => {
      if (isAsking) {
        isHinted = true;
        return;
      }
      clearTimeout(timer);
      isAsking = true;
      isHinted = false;
      try {
        const desk = await client.team.here.mutate({ storyId, chapterId, journalId: autosave.read().journal.id });
        if (isOver) return;
        setOthers(desk.others);
        setRights(desk.rights);
        if (desk.version > autosave.read().journal.version) await autosave.refresh();
      } catch (error) {
        if (isOver) return;
        // A courtesy: whoever cannot be heard of is not shown.
        setOthers([]);
        if (appErrorOf(error)?.code === "NOT_FOUND") return setOut(true);
      }
      isAsking = false;
      if (!isOver) timer = setTimeout(() => void say(), isHinted ? 0 : sayMs);
    };
    void say();
    const stop = hearDesk(() => void say());
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, autosave, storyId, chapterId]);
  return { others, rights, isOut };
}
