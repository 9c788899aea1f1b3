import { type ReactNode, useEffect, useRef } from "react";

type SettingsSectionProps = { id: string; title: string; body?: string; children: ReactNode };

export function SettingsSection({ id, title, body, children }: SettingsSectionProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The address was followed before this was there.
    if (location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id]);
  return (
    <section ref={section} id={id} aria-labelledby={`${id}-title`} className="border-b border-line py-8">
      <h2 id={`${id}-title`} className="display text-h3">
        {title}
      </h2>
      {body ? <p className="mt-1 text-ink-2 wrap-anywhere">{body}</p> : null}
      <div className="mt-5">{children}</div>
    </section>
  );
}
