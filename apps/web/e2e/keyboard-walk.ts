import type { Locator } from "@playwright/test";
import { expect } from "./page.ts";

/** More than anybody would press on one page. */
const stepsMax = 150;

/** Goes by keyboard from where the focus is, as whoever sees where the thing stands. Whoever lost the focus cannot. */
export async function walkTo(place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  await expect(place).toBeEnabled();
  await expect
    .poll(() => place.evaluate(isLost), { message: `the focus is lost on the way to ${String(place)}` })
    .toBe(false);
  for (let step = 0; step < stepsMax; step += 1) {
    const key = await place.evaluate(keyTowards);
    if (key === null) return;
    await place.page().keyboard.press(key);
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

function keyTowards(place: Element): string | null {
  const here = place.ownerDocument.activeElement;
  Reflect.set(place.ownerDocument, "isWalked", true);
  if (!here || here === place) return null;
  const isBefore = here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING;
  const nameOf = (element: Element) => element.matches("input[type=radio]") && element.getAttribute("name");
  if (nameOf(here) && nameOf(here) === nameOf(place)) return isBefore ? "ArrowUp" : "ArrowDown";
  return isBefore ? "Shift+Tab" : "Tab";
}
