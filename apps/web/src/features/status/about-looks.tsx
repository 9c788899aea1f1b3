import { m } from "#messages";
import { zoneName } from "../../lib/format.ts";

export function AboutLooks() {
  return (
    <aside aria-labelledby="about-looks" className="max-page:waiting:invisible">
      <hr className="rule" />
      <h2 id="about-looks" className="mt-3 font-display text-lead font-semibold">
        {m.status_about_heading()}
      </h2>
      <div className="mt-1.5 space-y-2.5 text-ui text-ink-2">
        <p>{m.status_about_looks()}</p>
        <p>{m.status_about_reports()}</p>
        <p>{m.status_about_kept({ zone: zoneName() })}</p>
      </div>
    </aside>
  );
}
