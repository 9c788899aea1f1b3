import type { Present } from "@muejam/contracts/presence";
import { Avatar } from "@muejam/ui/avatar";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

type CompanyProps = { others: readonly Present[]; isOut: boolean; isReadOnly: boolean; chapterId: string };

/** Who else is in the story now, and where; that one only reads it, or has no part in it any more. */
export function Company({ others, isOut, isReadOnly, chapterId }: CompanyProps) {
  return (
    <div aria-live="polite" className="text-small text-ink-2">
      {isOut ? <p>{m.editor_company_out()}</p> : isReadOnly ? <p>{m.editor_company_reading()}</p> : null}
      {others.length > 0 ? (
        <ul aria-label={m.editor_company()} className="flex flex-wrap gap-x-4 gap-y-1 pt-1">
          {others.slice(0, shown).map(({ face, chapter }) => (
            <li key={face.id} className="flex min-w-0 items-center gap-2">
              <Avatar name={face.displayName} size="small" />
              <span className="min-w-0 wrap-anywhere">{wordsFor(face.displayName, chapter, chapterId)}</span>
            </li>
          ))}
          {others.length > shown ? (
            <li>{m.editor_company_more({ number: formatNumber(others.length - shown) })}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** More would cover what one writes. */
const shown = 3;

function wordsFor(name: string, { id, number, title }: Present["chapter"], chapterId: string): string {
  if (id === chapterId) return m.editor_company_here({ name });
  if (number !== null) return m.editor_company_in({ name, number: formatNumber(number) });
  return m.editor_company_titled({ name, title: title || m.editor_untitled() });
}
