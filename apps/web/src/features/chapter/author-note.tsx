import { inLanguage } from "../../lib/direction.ts";

export function AuthorNote({ label, text, language }: { label: string; text: string; language: string }) {
  if (text === "") return null;
  return (
    <aside aria-label={label} className="my-8 rounded-print bg-well px-5 pt-4 pb-4.5">
      <p className="text-small font-semibold text-ink-2">{label}</p>
      <p className="mt-1 text-talk whitespace-pre-line wrap-anywhere" {...inLanguage(language)}>
        {text}
      </p>
    </aside>
  );
}
