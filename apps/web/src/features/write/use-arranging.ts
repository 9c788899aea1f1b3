import type { OwnChapter, OwnStory } from "@muejam/contracts/story";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { say } from "../../lib/toasts.tsx";

export const nameOf = ({ title }: { title: string }): string => title || m.write_desk_untitled();

/** What has a number is known to readers, and belongs to those who publish. */
export const canArrange = ({ rights }: OwnStory, { number }: OwnChapter): boolean =>
  rights.includes(number === null ? "edit" : "publish");

/** The order is the author's at once; what the server refuses comes back as it was. */
export function useArranging(story: OwnStory, chapters: readonly OwnChapter[]) {
  const { story: api } = useApi();
  const cache = useQueryClient();
  const [order, setOrder] = useState<readonly string[]>([]);
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: api.ownChapters.pathKey() });
    void cache.invalidateQueries({ queryKey: api.bin.pathKey() });
    void cache.invalidateQueries({ queryKey: api.own.pathKey() });
  };
  // One after the other: where a chapter goes is said by the chapter before it.
  const scope = { id: `arrange:${story.id}` };
  const moving = useMutation(
    api.moveChapter.mutationOptions({ scope, onError: () => setOrder([]), onSettled: refresh }),
  );
  const restoring = useMutation(api.restoreChapter.mutationOptions({ scope, onSettled: refresh }));
  const binning = useMutation(api.binChapter.mutationOptions({ scope, onSettled: refresh }));

  const place = ({ id }: OwnChapter) => (order.includes(id) ? order.indexOf(id) : order.length);
  const shown = chapters.toSorted((one, other) => place(one) - place(other));
  const move = (chapter: OwnChapter, by: 1 | -1): number | null => {
    const from = shown.indexOf(chapter);
    const to = from + by;
    if (to < 0 || to >= shown.length) return null;
    const next = shown.toSpliced(from, 1).toSpliced(to, 0, chapter);
    setOrder(next.map(({ id }) => id));
    moving.mutate({ chapterId: chapter.id, afterId: next[to - 1]?.id ?? null });
    return to + 1;
  };
  const restore = (chapterId: string) => restoring.mutate({ chapterId });
  const bin = (chapter: OwnChapter) =>
    binning.mutate(
      { chapterId: chapter.id },
      {
        onSuccess: () =>
          say({
            words: m.write_arrange_binned({ title: nameOf(chapter) }),
            undo: { words: m.write_arrange_undo(), run: () => restore(chapter.id) },
          }),
      },
    );
  return { shown, move, bin, restore, error: moving.error ?? binning.error ?? restoring.error };
}
