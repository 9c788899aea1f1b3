import { profilePath, storyPath, tagPath } from "@muejam/contracts/address";
import { skipToken, useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import type { Entry } from "./entries.ts";
import { exactNameIn } from "./exact-name.ts";

const restMs = 250;

/** Asked for once the typing rests, all in one request; what is not there is no fault. */
export function useExactEntries(typed: string): Entry[] {
  const api = useApi();
  const { ref, handle, slug } = exactNameIn(useRested(typed));
  const [story, profile, tag] = useQueries({
    queries: [
      api.story.byRef.queryOptions(ref === undefined ? skipToken : { ref }),
      api.profile.byHandle.queryOptions(handle === undefined ? skipToken : { handle }),
      api.tag.bySlug.queryOptions(slug === undefined ? skipToken : { slug }),
    ],
  });
  return [
    story.data && {
      id: "exact story",
      name: story.data.title,
      about: m.palette_kinds_story(),
      language: story.data.language,
      go: { to: storyPath(story.data) },
    },
    profile.data && {
      id: "exact profile",
      name: profile.data.displayName,
      about: m.palette_kinds_profile(),
      go: { to: profilePath(profile.data) },
    },
    tag.data && { id: "exact tag", name: tag.data.name, about: m.palette_kinds_tag(), go: { to: tagPath(tag.data) } },
  ].flatMap((entry) => (entry ? [{ ...entry, group: "exact" as const }] : []));
}

function useRested(typed: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return typed === "" ? "" : rested;
}
