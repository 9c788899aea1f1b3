import { useEffect, useState } from "react";

/** The present, renewed every `stepMs` while the page is looked at. */
export function useNow(stepMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const renew = () => document.visibilityState === "visible" && setNow(Date.now());
    const timer = setInterval(renew, stepMs);
    document.addEventListener("visibilitychange", renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
    };
  }, [stepMs]);
  return now;
}
