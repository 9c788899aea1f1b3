import type { StoryOrder } from "@muejam/contracts/story";
import { type ReactNode, useId } from "react";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages, orders } from "./messages.ts";

type HomePageProps = {
  shelf: (order: StoryOrder) => ReactNode;
  /** What is there for a member alone. */
  own: ReactNode;
};

export function HomePage({ shelf, own }: HomePageProps) {
  useTitle(titled(messages.title));
  return (
    <div className="pt-8">
      <h1 className="display max-w-160 text-h2">{messages.claim}</h1>
      {own}
      <div className="mt-8 grid gap-x-14 gap-y-12 page:grid-cols-3">
        {orders.map((order) => (
          <Shelf key={order} {...messages.lists[order]}>
            {shelf(order)}
          </Shelf>
        ))}
      </div>
    </div>
  );
}

/** A list says by what rule it stands in its order. */
function Shelf({ title, order, children }: { title: string; order: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <hr className="rule" />
      <h2 id={id} className="display pt-3 text-h4">
        {title}
      </h2>
      <p className="border-b border-line pb-2.5 text-small text-ink-2">{order}</p>
      {children}
    </section>
  );
}
