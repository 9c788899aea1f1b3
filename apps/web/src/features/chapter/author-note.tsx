import { inLanguage } from "../../lib/direction.ts";

type AuthorNoteProps = { author: string; where: string; text: string; language: string };

export function AuthorNote({ author, where, text, language }: AuthorNoteProps) {
  if (text === "") return null;
  return (
    <aside aria-label={`${author}, ${where}`} className="my-8 rounded-print bg-well px-5 pt-4 pb-4.5">
      <p className="text-small/5 text-ink-3">
        <bdi className="font-semibold text-ink">{author}</bdi>, {where}
      </p>
      <p className="mt-0.75 text-talk whitespace-pre-line wrap-anywhere" {...inLanguage(language)}>
        {text}
      </p>
    </aside>
  );
}
