import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { m } from "#messages";
import { useTitle } from "../../lib/use-title.ts";
import { HouseLine } from "./house-line.tsx";

const Beginning = lazy(() =>
  import("./beginning.tsx").then(
    (file) => ({ default: file.Beginning }),
    () => ({ default: HouseLine }),
  ),
);

export type DoorProps = {
  title: string;
  body?: string;
  last?: ReactNode;
  /** It takes the place of a form that somebody has just sent, whose button is gone. */
  isAnswer?: boolean;
  children: ReactNode;
};

/** The wrapper of a part, framed: what this house is on one side, the way in on the other. */
export function Door({ title, body, last, isAnswer = false, children }: DoorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // One answer may give way to another.
    if (isAnswer && title) heading.current?.focus();
  }, [isAnswer, title]);
  useTitle(`${title} · MueJam`);
  return (
    <div className="door">
      <div className="door-frame">
        <header className="door-cover">
          <Link to="/" aria-label={m.sign_in_door_home()} className="mark min-h-(--hit) self-start">
            <span aria-hidden="true" className="mark-comma">
              ‘
            </span>
            MueJam
          </Link>
          <div className="door-opening">
            <Suspense>
              <Beginning />
            </Suspense>
          </div>
          <p className="door-ways">
            <Link to="/" className="hover:underline">
              {m.sign_in_door_read()}
            </Link>
            <Link to="/status" className="hover:underline">
              {m.sign_in_door_status()}
            </Link>
          </p>
        </header>
        <main id="main" className="door-way">
          <h1 ref={heading} tabIndex={-1} className="display text-h2 outline-none">
            {title}
          </h1>
          {body ? <p className="mt-2 text-ink-2 wrap-anywhere">{body}</p> : null}
          <div className="mt-7">{children}</div>
          {last ? <p className="mt-auto pt-7.5 text-ui text-ink-2">{last}</p> : null}
        </main>
      </div>
    </div>
  );
}
