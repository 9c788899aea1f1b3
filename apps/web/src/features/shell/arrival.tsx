import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** On another page focus begins at its head, and its title is spoken: as if a browser had loaded it. */
export function Arrival() {
  const router = useRouter();
  const [title, setTitle] = useState("");
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged, toLocation }) => {
        if (!fromLocation || !pathChanged || toLocation.hash !== "") return;
        const main = document.getElementById("main");
        // A page may have put it where it is needed.
        const hasPut = main !== document.activeElement && main?.contains(document.activeElement);
        if (main && !hasPut) focusOn(headIn(main) ?? main);
        setTitle(document.title);
      }),
    [router],
  );
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  );
}

/** Of several steps, the one that is shown. */
const headIn = (main: HTMLElement) => [...main.querySelectorAll("h1")].find((head) => head.checkVisibility());

function focusOn(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
