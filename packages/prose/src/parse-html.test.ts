import { expect, test } from "vitest";
import { parseHtml } from "./parse-html.ts";

const p = (inner: string) => `<p id="b-a000000001">${inner}</p>`;

test.each([
  ["", "no blocks"],
  ["Words", "words outside a block"],
  [`${p("x")}Words`, "words after a block"],
  ["<p>x</p>", "no id"],
  ['<p id="a000000001">x</p>', "an id without its prefix"],
  [p("x").replace("</p>", ""), "a tag left open"],
  [`${p("x")}</p>`, "a tag closed twice"],
  [p("a<b>c</b>"), "a mark of others"],
  [p("<script>alert(1)</script>"), "a script"],
  [p("a < b"), "a bare sign"],
  [p("x<!-- y -->"), "a comment"],
  [p('<a href="javascript:alert(1)" rel="ugc nofollow noopener">x</a>'), "a script address"],
  [`<div id="b-a000000001">x</div>`, "a box"],
  [`<p id="b-a000000001" onclick=x>x</p>`, "an attribute without quotes"],
  [p('x<sup><a href="#b-f000000001">1</a></sup>'), "a footnote that is not there"],
  [p("<sup>1</sup>"), "a number that leads nowhere"],
  ['<figure id="b-a000000001"></figure>', "a figure without a picture"],
  ["\u0000", "noise"],
])("%s is refused: %s", (html) => {
  const read = parseHtml(html);
  expect(read.ok ? [] : read.refusals).not.toEqual([]);
});
