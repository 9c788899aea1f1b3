import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { explain } from "../../lib/refusal-messages.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AddForm } from "./add-form.tsx";
import { messages } from "./messages.ts";
import { use{{Name}} } from "./use-{{name}}.ts";

export function {{Name}}Screen() {
  useTitle(messages.title);
  const { list, entries, add, remove } = use{{Name}}();
  const fault = list.error ?? add.error ?? remove.error;
  const words = fault ? explain(fault) : null;
  return (
    <section aria-labelledby="{{name}}" className="space-y-4 py-9">
      <h1 id="{{name}}" className="display text-h1">
        {messages.heading}
      </h1>
      {words ? <FaultNotice reference={words.reference}>{words.sentence}</FaultNotice> : null}
      {list.isPending ? <p>{messages.waiting}</p> : null}
      {list.data ? <AddForm isBusy={add.isPending} onAdd={(name) => add.mutateAsync({ name })} /> : null}
      {list.data && entries.length === 0 ? <p>{messages.empty}</p> : null}
      <ul className="space-y-2">
        {entries.map(({ id, name }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <span className="wrap-anywhere">{name}</span>
            <Button weight="text" isBusy={remove.isPending} onClick={() => remove.mutate({ id })}>
              {messages.remove(name)}
            </Button>
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {messages.older}
        </Button>
      ) : null}
    </section>
  );
}
