import { zoneName } from "../../lib/format.ts";
import { messages } from "./messages.ts";

export function AboutLooks() {
  const words = messages.about;
  return (
    <aside aria-labelledby="about-looks" className="max-page:waiting:invisible">
      <hr className="rule" />
      <h2 id="about-looks" className="mt-3 font-display text-lead font-semibold">
        {words.heading}
      </h2>
      <div className="mt-1.5 space-y-2.5 text-ui text-ink-2">
        <p>{words.looks}</p>
        <p>{words.reports}</p>
        <p>{words.kept(zoneName())}</p>
      </div>
    </aside>
  );
}
