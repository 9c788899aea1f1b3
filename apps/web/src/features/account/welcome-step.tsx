import { type ReactNode, useEffect, useRef } from "react";

type WelcomeStepProps = { title: string; body: string; isShown: boolean; children: ReactNode };

/** Stays while others are shown, so that nothing typed in it is lost. */
export function WelcomeStep({ title, body, isShown, children }: WelcomeStepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasShown = useRef(isShown);
  useEffect(() => {
    // The button that led here is gone.
    if (isShown && !wasShown.current) heading.current?.focus();
    wasShown.current = isShown;
  }, [isShown]);
  return (
    <section hidden={!isShown}>
      <h1 ref={heading} tabIndex={-1} className="display mt-6 text-h2 outline-none">
        {title}
      </h1>
      <p className="mt-2 mb-7 font-book text-lead text-ink-2">{body}</p>
      {children}
    </section>
  );
}
