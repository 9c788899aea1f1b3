import type { StoryCard, StoryOrder } from "@muejam/contracts/story";
import { SectionHead } from "@muejam/ui/section-head";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useItemKeys } from "../../lib/use-item-keys.ts";
import { useTitle } from "../../lib/use-title.ts";
import { headlineOf } from "./headline.ts";

type HomePageProps = {
  latest: readonly StoryCard[];
  shelf: (order: StoryOrder) => ReactNode;
  /** What is there for a member alone: where they are, what may be for them, and what they follow. */
  own: { continued: ReactNode; proposed: ReactNode; followed: ReactNode };
};

export function HomePage({ latest, shelf, own }: HomePageProps) {
  useTitle(titled(m.home_title()));
  useItemKeys();
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1.5 pt-5.5 pb-3.5 wide:pt-9.5 wide:pb-4">
        <h1 className="display max-w-190 text-h1 wrap-anywhere">{headlineOf(latest)}</h1>
        <p className="text-ui text-ink-2 wide:pb-1.5">{m.home_claim()}</p>
      </header>
      <hr className="rule" />
      {own.continued}
      {own.proposed}
      <div className="main-and-rail mt-7.5 wide:mt-11">
        <div className="min-w-0">
          {own.followed}
          <Shelf order="latest">{shelf("latest")}</Shelf>
        </div>
        <div className="grid content-start gap-10">
          <Shelf order="new" hasRule>
            {shelf("new")}
          </Shelf>
          <Shelf order="completed">{shelf("completed")}</Shelf>
        </div>
      </div>
    </>
  );
}

const lists: Record<StoryOrder, Record<"title" | "order", () => string>> = {
  latest: { title: m.home_lists_latest_title, order: m.home_lists_latest_order },
  new: { title: m.home_lists_new_title, order: m.home_lists_new_order },
  completed: { title: m.home_lists_completed_title, order: m.home_lists_completed_order },
};

type ShelfProps = { order: StoryOrder; hasRule?: boolean; children: ReactNode };

/** A list says by what rule it stands in its order. */
function Shelf({ order, hasRule = false, children }: ShelfProps) {
  const id = useId();
  const words = lists[order];
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={words.title()} hasRule={hasRule} />
      <p className="pt-2 text-small text-ink-3">{words.order()}</p>
      {children}
    </section>
  );
}
