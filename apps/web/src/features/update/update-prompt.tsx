import "./update.css";
import { type KeyboardEvent, useRef } from "react";
import { m } from "#messages";
import { beginAnew } from "../../lib/lost-chunk.ts";
import { useUpdate } from "./use-update.ts";

/** Says quietly that there is a newer MueJam. `mayShow`: never on a page where somebody reads or writes. */
export function UpdatePrompt({ mayShow }: { mayShow: boolean }) {
  const { isAsking, putOff } = useUpdate();
  const slip = useRef<HTMLElement>(null);
  const isShown = isAsking && mayShow;
  const leave = () => {
    const hadFocus = slip.current?.contains(document.activeElement);
    putOff();
    if (hadFocus) document.getElementById("main")?.focus({ preventScroll: true });
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape") leave();
  };
  return (
    <section
      ref={slip}
      {...(isShown && { "aria-label": m.update_label() })}
      className={isShown ? "update-slip" : "contents"}
    >
      {/* There before it has a word to say, so that it is spoken. */}
      <div role="status">
        {isShown ? (
          <>
            <p className="text-body font-semibold">{m.update_sentence()}</p>
            <p className="text-small">{m.update_detail()}</p>
          </>
        ) : null}
      </div>
      {isShown ? (
        <div className="mt-3 flex gap-2">
          <button type="button" className="update-now" onClick={beginAnew} onKeyDown={onKeyDown}>
            {m.update_now()}
          </button>
          <button type="button" className="update-later" onClick={leave} onKeyDown={onKeyDown}>
            {m.update_later()}
          </button>
        </div>
      ) : null}
    </section>
  );
}
