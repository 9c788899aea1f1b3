import type { Comparison } from "@muejam/contracts/revision";
import { messages } from "./messages.ts";

const words = messages.compare;

type Run = Comparison["title"][number];
type Block = Comparison["blocks"][number];
type Changed = Exclude<Block, { kind: "same" }>;

/** The earlier words at the start, the later ones at the end; on a phone one above the other. */
export function Differences({ found }: { found: Comparison }) {
  const fields = (["title", "noteBefore", "noteAfter"] as const).filter((name) => isTouched(found[name]));
  const isSame = fields.length === 0 && found.blocks.every(({ kind }) => kind === "same");
  if (isSame) return <p className="text-talk text-ink-2">{words.nothing}</p>;
  return (
    <>
      <div className="difference history-sides">
        <Side name={words.before} count={found.words.before} />
        <Side name={words.after} count={found.words.after} />
      </div>
      {fields.map((name) => (
        <Pair key={name} name={words.fields[name]} runs={found[name]} />
      ))}
      {found.blocks.map((block) =>
        block.kind === "same" ? (
          // safe: two stretches that are the same never lie side by side.
          <p key={`same ${found.blocks.indexOf(block)}`} className="history-same">
            {words.same(block.blocks)}
          </p>
        ) : (
          <Pair key={block.id} name={sayKind(block)} runs={block.runs} />
        ),
      )}
    </>
  );
}

function Side({ name, count }: { name: string; count: number }) {
  return (
    <p>
      {name} <span className="text-ink-2">{messages.words(count)}</span>
    </p>
  );
}

function Pair({ name, runs }: { name: string; runs: readonly Run[] }) {
  const [before, after] = [runs.filter(({ kind }) => kind !== "added"), runs.filter(({ kind }) => kind !== "removed")];
  return (
    <section aria-label={name} className="difference">
      <p className="difference-kind">{name}</p>
      <Words runs={before} />
      <Words runs={after} />
    </section>
  );
}

function Words({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <p className="difference-none">{words.empty}</p>;
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
const sayKind = ({ kind, isMoved }: Changed) => words.kinds[isMoved && kind === "form" ? "moved" : kind];
