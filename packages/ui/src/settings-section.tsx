import { type ReactNode, useEffect, useRef } from "react";

type SettingsSectionProps = { id: string; title: string; body?: string; children: ReactNode };

/** What it is about stands before what can be set, or beside it where there is room. */
export function SettingsSection({ id, title, body, children }: SettingsSectionProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The address was followed before this was there.
    if (location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id]);
  return (
    <section
      ref={section}
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid gap-x-12 gap-y-5 border-b border-line py-8 last-of-type:border-b-0 behind-waiting:invisible page:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={`${id}-title`} className="display text-h3 wrap-anywhere page:text-h4">
          {title}
        </h2>
        {body ? <p className="mt-1 text-ink-2 wrap-anywhere page:text-ui">{body}</p> : null}
      </div>
      <div className="max-w-160 min-w-0 page:pt-1">{children}</div>
    </section>
  );
}
