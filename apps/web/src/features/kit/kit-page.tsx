import { SectionHead } from "@muejam/ui/section-head";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import "./kit.css";
import { Acts } from "./acts.tsx";
import { FieldSamples } from "./field-samples.tsx";
import { Colours, Measures, Types } from "./kit-tokens.tsx";
import { ListStates } from "./list-states.tsx";
import { Marks } from "./marks.tsx";

const themes = ["paper", "sepia", "dark", "black"];

/** Every primitive in every theme at once, so that one look, and one run of axe, sees all of them. */
export function KitPage() {
  useTitle(titled(m.kit_title()));
  return (
    <div className="pt-9">
      <h1 className="display text-h1">{m.kit_title()}</h1>
      <p className="mt-1 mb-5 text-ink-2">{m.kit_body()}</p>
      <hr className="rule mb-8" />
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className="mb-8 grid gap-9 bg-paper p-4 text-ink wide:p-6 page:grid-cols-2">
          <Part id={`${theme}-colour`} title={`${m.kit_sections_colour()}, ${theme}`}>
            <Colours />
          </Part>
          <Part id={`${theme}-type`} title={m.kit_sections_type()}>
            <Types />
          </Part>
          <Part id={`${theme}-acts`} title={m.kit_sections_acts()}>
            <Acts />
          </Part>
          <Part id={`${theme}-fields`} title={m.kit_sections_fields()}>
            <FieldSamples />
          </Part>
          <Part id={`${theme}-marks`} title={m.kit_sections_marks()}>
            <Marks />
          </Part>
          <Part id={`${theme}-states`} title={m.kit_sections_states()}>
            <ListStates />
          </Part>
          <Part id={`${theme}-measure`} title={m.kit_sections_measure()}>
            <Measures />
          </Part>
        </div>
      ))}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0 wrap-anywhere">
      <SectionHead id={id} title={title} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-5">{children}</div>
    </section>
  );
}
