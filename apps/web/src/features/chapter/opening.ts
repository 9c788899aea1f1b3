const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/**
 * The first words, from the markup that the edition was rendered to: it holds no comments and no scripts. What stands
 * behind a notice is for those who open it, and for no search engine or preview.
 */
export const opening = (html: string): string =>
  html
    .slice(0, 20_000)
    .replace(/<details.*?(?:<\/details>|$)/gs, " ")
    .slice(0, 2000)
    .replace(/<[^>]*>?/g, " ")
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => entities[name] ?? whole);
