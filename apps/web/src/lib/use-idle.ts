import { useEffect, useState } from "react";

/** True from when the page has come as a whole and the browser has nothing better to do. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const rest = () => {
      const begin = () => setIdle(true);
      if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: 5_000 });
      else setTimeout(begin, 2_000);
    };
    if (document.readyState === "complete") rest();
    else window.addEventListener("load", rest, { once: true });
  }, []);
  return isIdle;
}
