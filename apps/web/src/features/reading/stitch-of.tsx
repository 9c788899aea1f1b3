import type { Position } from "@muejam/contracts/reading";
import { Stitch, type Thread } from "@muejam/ui/stitch";
import { messages } from "./messages.ts";

type StitchOfProps = { threads: readonly Thread[]; position: Position | null; look?: "plain" | "tall" };

export function StitchOf({ threads, position, look = "plain" }: StitchOfProps) {
  return <Stitch label={sentenceOf(threads, position)} threads={threads} look={look} />;
}

export function sentenceOf(threads: readonly Thread[], position: Position | null): string {
  const words = messages.stitch;
  if (!position) return words.unread(threads.length);
  const count = (kind: Thread) => threads.filter((thread) => thread === kind).length;
  const here = threads.find((thread) => typeof thread === "object");
  return [
    words.read(count("read"), threads.length),
    ...(here ? [words.here(position.current.chapterNumber, here.here)] : []),
    ...(count("new") > 0 ? [words.more(count("new"))] : []),
  ].join(", ");
}
