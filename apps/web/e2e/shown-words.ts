import type { Page, Response } from "@playwright/test";

/** Notes what people wrote, as the server sends it, and finds the English that is left beside it. */
export function noteContent(page: Page): (page: Page) => Promise<string[]> {
  const content = new Set<string>();
  const note = (value: unknown): void => {
    // Words of the contract are small and stand alone: shown to people, they are a fault.
    if (typeof value === "string" && /[A-Z\s@.]/.test(value)) content.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(note);
  };
  page.on("response", (response: Response) => {
    if (!response.url().includes("/trpc/")) return;
    response.json().then(note, () => undefined);
  });
  return async (shown) => {
    const known = [...content].sort((one, other) => other.length - one.length);
    return (await shown.evaluate(collect)).flatMap((text) => {
      const rest = known.reduce((left, part) => left.replaceAll(part, " "), text).replaceAll(names, " ");
      return /(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/u.test(rest) ? [text] : [];
    });
  };
}

/** Of the house, of machines and of places. */
const names =
  /MueJam|\S+@\S+|@\w+|https?:\/\/\S*|mailto:|\/health\/ready|\b[A-Z]\w+\/[A-Z]\w+\b|\b(Headless)?Chrome\b|\bLinux\b|\b(Ctrl|Shift|Alt|Enter|Esc)\b|\bUTC\b|\bdevelopment\b/g;

/** Every text that is seen or read out, but for what says that it is in another language or somebody's own. */
function collect(): string[] {
  const own = "[lang]:not(html), bdi, [dir=auto], .cover, script, style, noscript, textarea";
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parents = new Set<HTMLElement>();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement && !node.parentElement.closest(own)) parents.add(node.parentElement);
  for (const { childNodes } of parents)
    texts.push([...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : "\n")).join(""));
  for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt], [data-begin]"))
    if (!element.closest(own))
      for (const name of ["aria-label", "title", "placeholder", "alt", "data-begin"])
        texts.push(element.getAttribute(name) ?? "");
  return texts.filter((text) => text.trim() !== "");
}
