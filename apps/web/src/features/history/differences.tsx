import type { Comparison } from "@muejam/contracts/revision";
import { m } from "#messages";
import { ComparedPictures } from "./compared-pictures.tsx";

type Run = Comparison["title"][number];
type Block = Comparison["blocks"][number];
type Changed = Exclude<Block, { kind: "same" }>;

/** The earlier words at the start, the later ones at the end; on a phone one above the other. */
export function Differences({ found }: { found: Comparison }) {
  const fields = fieldsInOrder.filter((name) => isTouched(found[name]));
  const isSame = fields.length === 0 && found.blocks.every(({ kind }) => kind === "same");
  if (isSame) return <p className="text-talk text-ink-2">{m.history_compare_nothing()}</p>;
  return (
    <>
      <div className="difference history-sides">
        <Side name={m.history_compare_before()} count={found.words.before} />
        <Side name={m.history_compare_after()} count={found.words.after} />
      </div>
      {fields.map((name) => (
        <Pair key={name} name={fieldNames[name]()} runs={found[name]} />
      ))}
      {found.blocks.map((block) =>
        block.kind === "same" ? (
          // safe: two stretches that are the same never lie side by side.
          <p key={`same ${found.blocks.indexOf(block)}`} className="history-same">
            {m.history_compare_same({ count: block.blocks })}
          </p>
        ) : (
          <Pair key={block.id} name={sayKind(block)} runs={block.runs} pictures={block.pictures} />
        ),
      )}
    </>
  );
}

function Side({ name, count }: { name: string; count: number }) {
  return (
    <p>
      {name} <span className="text-ink-2">{m.history_words({ count })}</span>
    </p>
  );
}

type PairProps = { name: string; runs: readonly Run[]; pictures?: Changed["pictures"] };

function Pair({ name, runs, pictures = none }: PairProps) {
  const [before, after] = [runs.filter(({ kind }) => kind !== "added"), runs.filter(({ kind }) => kind !== "removed")];
  return (
    <section aria-label={name} className="difference">
      <p className="difference-kind">{name}</p>
      {pictures.before.length + pictures.after.length > 0 ? <ComparedPictures {...pictures} /> : null}
      <Words runs={before} />
      <Words runs={after} />
    </section>
  );
}

function Words({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <p className="difference-none" />;
  return (
    <p className="difference-words" dir="auto">
      {runs.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "added") return <ins key={key}>{text}</ins>;
        return kind === "removed" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

const isTouched = (runs: readonly Run[]) => runs.some(({ kind }) => kind !== "same");
const none: Changed["pictures"] = { before: [], after: [] };

function sayKind({ kind, isMoved, pictures: { before, after } }: Changed): string {
  const isOther = kind === "form" && before.join() !== after.join();
  if (isOther) return m.history_kind_picture();
  return kindNames[isMoved && kind === "form" ? "moved" : kind]();
}

const fieldsInOrder = ["title", "noteBefore", "noteAfter"] as const;
const fieldNames = {
  title: m.history_field_title,
  noteBefore: m.history_field_note_before,
  noteAfter: m.history_field_note_after,
};
const kindNames = {
  added: m.history_kind_added,
  removed: m.history_kind_removed,
  changed: m.history_kind_changed,
  form: m.history_kind_form,
  moved: m.history_kind_moved,
};
