export const themes = ["paper", "sepia", "dark", "black"] as const;
type Theme = (typeof themes)[number];
export type ThemeChoice = Theme | "device";

// The script in index.html reads the same key before the first paint.
const key = "muejam:theme";
const darkDevice = "(prefers-color-scheme: dark)";

let chosenHere: ThemeChoice | undefined;

export function chosenTheme(): ThemeChoice {
  if (chosenHere) return chosenHere;
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? "device";
  } catch {
    return "device";
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  chosenHere = choice;
  try {
    if (choice === "device") localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // A browser that keeps nothing still shows the theme until the page is left.
  }
  for (const tell of listeners) tell();
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isStill || !document.startViewTransition) show(choice);
  // Another choice right after it skips what still moves.
  else document.startViewTransition(() => show(choice)).ready.catch(() => undefined);
}

const listeners = new Set<() => void>();

export function onThemeChosen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/** Keeps "same as device" true when the device changes. */
export function followDevice(): () => void {
  const device = matchMedia(darkDevice);
  const follow = () => chosenTheme() === "device" && show("device");
  show(chosenTheme());
  device.addEventListener("change", follow);
  return () => device.removeEventListener("change", follow);
}

function show(choice: ThemeChoice): void {
  const device: Theme = matchMedia(darkDevice).matches ? "dark" : "paper";
  document.documentElement.dataset["theme"] = choice === "device" ? device : choice;
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", ground);
}
