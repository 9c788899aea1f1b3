import type { Locator } from "@playwright/test";
import { expect } from "./page.ts";

/** Whoever is not there after so many looks at the page does not come there. */
const looksMax = 60;

/** Goes by keyboard from where the focus is, as whoever sees where the thing stands. Whoever lost the focus cannot. */
export async function walkTo(place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  await expect(place).toBeEnabled();
  await expect
    .poll(() => place.evaluate(isLost), { message: `the focus is lost on the way to ${String(place)}` })
    .toBe(false);
  for (let look = 0; look < looksMax; look += 1) {
    const { key, times } = await place.evaluate(wayTo);
    if (times === 0) return;
    // What was counted may not be what the browser stops at.
    const presses = look < 5 ? times : 1;
    for (let pressed = 0; pressed < presses; pressed += 1) await place.page().keyboard.press(key);
  }
  throw new Error(`By keyboard nobody reaches ${String(place)}.`);
}

/** A button or a link. */
export async function pressOn(place: Locator): Promise<void> {
  await walkTo(place);
  await place.page().keyboard.press("Enter");
}

/** A box, or one of several choices; a click of the keyboard's own. */
export async function tick(place: Locator): Promise<void> {
  await walkTo(place);
  if (!(await place.isChecked()) || (await place.getAttribute("type")) === "checkbox")
    await place.page().keyboard.press("Space");
}

/** In the place of what stands there. */
export async function typeInto(place: Locator, text: string): Promise<void> {
  await walkTo(place);
  await place.page().keyboard.press("ControlOrMeta+a");
  await place.page().keyboard.type(text);
}

/** Into a field of the browser's own, which asks for the parts of a day in the order of its language. */
export async function typeDay(place: Locator, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await walkTo(place);
  await place.page().keyboard.type(`${month}${date}${year}`);
  await expect(place).toHaveValue(day);
}

/** A page that was only just loaded has no focus yet; afterwards it always has one. */
function isLost({ ownerDocument }: Element): boolean {
  return Reflect.has(ownerDocument, "isWalked") && ownerDocument.activeElement === ownerDocument.body;
}

/** As somebody counts what lies between, and looks again when they are near. */
function wayTo(place: Element): { key: string; times: number } {
  const here = place.ownerDocument.activeElement ?? place.ownerDocument.body;
  Reflect.set(place.ownerDocument, "isWalked", true);
  if (here === place) return { key: "", times: 0 };
  const isBefore = (one: Element, other: Element) =>
    Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const nameOf = (element: Element) => element.matches("input[type=radio]") && element.getAttribute("name");
  if (nameOf(here) && nameOf(here) === nameOf(place))
    return { key: isBefore(here, place) ? "ArrowDown" : "ArrowUp", times: 1 };
  const [first, last] = isBefore(here, place) ? [here, place] : [place, here];
  const stops = place.ownerDocument.querySelectorAll(
    "a[href], button:not([tabindex]), input:not([type=radio]), select, textarea",
  );
  const between = [...stops].filter((stop) => isBefore(first, stop) && isBefore(stop, last) && stop.checkVisibility());
  return { key: first === here ? "Tab" : "Shift+Tab", times: Math.max(1, between.length) };
}
