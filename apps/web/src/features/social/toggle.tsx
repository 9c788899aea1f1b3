import { Link } from "@tanstack/react-router";
import { useDoor } from "./use-door.ts";

type ToggleProps = {
  isOn: boolean;
  /** It is known how things stand, or who looks is a visitor. */
  isKnown: boolean;
  weight: "main" | "line";
  words: { off: string; on: string; about?: string };
  onToggle: (isOn: boolean) => void;
};

const looks = { main: "act-main", line: "act-line" };

/** As wide as its longer word, so that a press moves nothing beside it. */
export function Toggle({ isOn, isKnown, weight, words, onToggle }: ToggleProps) {
  const { isMember, next } = useDoor();
  const about = words.about ? <span className="sr-only">{words.about}</span> : null;
  if (!isMember)
    return (
      <Link to="/sign-in" search={{ next }} className={looks[weight]}>
        <Word shown={words.off} other={words.on} />
        {about}
      </Link>
    );
  return (
    <button
      type="button"
      aria-pressed={isOn}
      data-settled={isKnown}
      onClick={() => isKnown && onToggle(!isOn)}
      className={`${isOn ? "act-done" : looks[weight]} settles`}
    >
      <Word shown={isOn ? words.on : words.off} other={isOn ? words.off : words.on} />
      {about}
    </button>
  );
}

function Word({ shown, other }: { shown: string; other: string }) {
  return (
    <span className="grid *:[grid-area:1/1]">
      <span className="text-center">{shown}</span>
      <span aria-hidden="true" className="invisible">
        {other}
      </span>
    </span>
  );
}
