import { useEffect, useState } from "react";

const headPx = 120;
const slackPx = 6;

/** Reading on sends the bar away; going back, a tap on the page, or the Tab key fetches it. */
export function useAway(): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const heard = new AbortController();
    const { signal } = heard;
    let last = scrollY;
    const scroll = () => {
      if (Math.abs(scrollY - last) < slackPx) return;
      setAway(scrollY > last && scrollY > headPx);
      last = scrollY;
    };
    const fetchIt = (event: Event) => {
      const isTab = event instanceof KeyboardEvent && event.key === "Tab";
      const isTap = event.type === "click" && getSelection()?.isCollapsed !== false;
      if (isTab || isTap) setAway(false);
    };
    addEventListener("scroll", scroll, { passive: true, signal });
    addEventListener("keydown", fetchIt, { signal });
    addEventListener("click", fetchIt, { signal });
    return () => heard.abort();
  }, []);
  return isAway;
}
