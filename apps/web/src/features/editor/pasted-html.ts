/**
 * What word processors put on the clipboard, before any parser sees it. The security policy refuses styles and handlers
 * even where nothing is shown, so styles are carried on as data: some of them say what a word means.
 */
export const readyToParse = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );
