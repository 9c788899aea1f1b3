import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AddForm } from "./add-form.tsx";
import { use{{Name}} } from "./use-{{name}}.ts";

export function {{Name}}Screen() {
  useTitle(titled(m.{{name}}_title()));
  const { list, entries, add, remove } = use{{Name}}();
  const fault = list.error ?? add.error ?? remove.error;
  const words = fault ? explain(fault) : null;
  return (
    <section aria-labelledby="{{name}}" className="space-y-4 py-9">
      <h1 id="{{name}}" className="display text-h1">
        {m.{{name}}_title()}
      </h1>
      {words ? <FaultNotice reference={words.reference}>{words.sentence}</FaultNotice> : null}
      {list.isPending ? <p>{m.{{name}}_waiting()}</p> : null}
      {list.data ? <AddForm isBusy={add.isPending} onAdd={(name) => add.mutateAsync({ name })} /> : null}
      {list.data && entries.length === 0 ? <p>{m.{{name}}_empty()}</p> : null}
      <ul className="space-y-2">
        {entries.map(({ id, name }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <span className="wrap-anywhere">{name}</span>
            <Button weight="text" isBusy={remove.isPending} onClick={() => remove.mutate({ id })}>
              {m.{{name}}_remove({ name })}
            </Button>
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.{{name}}_older()}
        </Button>
      ) : null}
    </section>
  );
}
