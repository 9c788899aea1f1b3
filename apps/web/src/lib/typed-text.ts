import { keptIn } from "./kept.ts";

/** `nth` of those that share a name; a box or an option is told from its like by its value. */
type Field = { name: string; nth: number; value: string; hasFocus: boolean };
export type Typed = { path: string; fields: Field[] };

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const kept = keptIn(() => sessionStorage);
const key = "muejam:typed";
const isBox = (field: Control): field is HTMLInputElement => /^(checkbox|radio)$/.test(field.type);

/** All that stands in forms, unsent, and was not there before. Secrets are never kept: whoever typed one types it again. */
export function readTyped(): Typed {
  const fields = namedFields()
    .filter(({ field }) => isChanged(field))
    .map(({ field, name, nth }) => ({
      name,
      nth,
      value: isBox(field) ? String(field.checked) : field.value,
      hasFocus: field === document.activeElement,
    }));
  return { path: location.pathname, fields };
}

/** For the page that comes after this one in its tab. */
export const keepTyped = (typed: Typed): void => kept.set(key, typed.fields.length > 0 ? JSON.stringify(typed) : null);

/** Puts back what was kept as its fields appear, for as long as the page stays the same one. */
export function giveBackTyped(): void {
  const text = kept.get(key);
  if (text === null) return;
  kept.set(key, null);
  const { path, fields }: Typed = JSON.parse(text);
  let waiting = fields;
  const giveBack = () => {
    if (location.pathname !== path) waiting = [];
    const here = namedFields();
    waiting = waiting.filter((one) => {
      const found = here.find(({ name, nth }) => name === one.name && nth === one.nth);
      if (found) put(found.field, one);
      return !found;
    });
    if (waiting.length === 0) watch.disconnect();
  };
  const watch = new MutationObserver(giveBack);
  watch.observe(document, { childList: true, subtree: true });
}

function namedFields() {
  const counts = new Map<string, number>();
  const all = document.querySelectorAll<Control>("form :is(input, textarea, select)[name]");
  return [...all].filter(isNoSecret).map((field) => {
    const name = isBox(field) ? `${field.name}=${field.value}` : field.name;
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return { field, name, nth };
  });
}

function isNoSecret(field: Control): boolean {
  return !/^(password|hidden|file)$/.test(field.type) && !/password|one-time-code/.test(field.autocomplete);
}

function isChanged(field: Control): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** As if it were typed there: what listens to the field hears of it. What was typed since then stays. */
function put(field: Control, { value, hasFocus }: Field): void {
  if (isBox(field)) {
    if (String(field.checked) !== value) field.click();
  } else if (!isChanged(field) || field instanceof HTMLSelectElement) {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (hasFocus) field.focus();
}
