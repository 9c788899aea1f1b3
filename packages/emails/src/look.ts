/** The site's tokens for paper and dark, as the sRGB values that mail programs understand. */
const paper = {
  paper: "#f8fbf7",
  line: "#d1dbd4",
  ink: "#10241c",
  second: "#3b4c44",
  third: "#57665f",
  bottle: "#085840",
  onBottle: "#f6fcf7",
  marmalade: "#cf630d",
};
const dark: typeof paper = {
  paper: "#121b18",
  line: "#2b3531",
  ink: "#dee1d7",
  second: "#b2bab0",
  third: "#919c92",
  bottle: "#86ceaf",
  onBottle: "#0d1b16",
  marmalade: "#ec9546",
};

export const colour = paper;

export const face = {
  display: "Besley, Clarendon, Georgia, 'Times New Roman', serif",
  talk: "'Schibsted Grotesk', 'Helvetica Neue', Helvetica, Arial, sans-serif",
};

/** Inline styles hold the light look for every program; these turn it dark where the program can. */
export const sheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (max-width:480px){.m-page{padding:20px 20px 32px !important}.m-title{font-size:26px !important;line-height:31px !important}}",
  `@media (prefers-color-scheme:dark){${darkRules("")}}`,
  // Outlook's own dark mode marks what it has changed instead of answering the media query.
  darkRules("[data-ogsc] "),
  darkRules("[data-ogsb] "),
].join("");

function darkRules(scope: string): string {
  const rule = (name: string, property: string, value: string) => `${scope}.${name}{${property}:${value} !important}`;
  return [
    rule("m-paper", "background-color", dark.paper),
    rule("m-ink", "color", dark.ink),
    rule("m-second", "color", dark.second),
    rule("m-third", "color", dark.third),
    rule("m-mark", "color", dark.marmalade),
    rule("m-rule", "background-color", dark.ink),
    rule("m-line", "border-color", dark.line),
    rule("m-button", "background-color", dark.bottle),
    rule("m-on-button", "color", dark.onBottle),
  ].join("");
}
