import { expect, test } from "vitest";
import { inert } from "./pasted-html.ts";

test.each([
  [`<p style="color:red">a</p>`, `<p data-style="color:red">a</p>`],
  [`<p onclick="go()" id='x' onload=go()>a</p>`, `<p id='x'>a</p>`],
  [`<style>p { color: red }</style><p>a</p>`, `<p>a</p>`],
  [`<!--[if gte mso 9]><xml><w:x/></xml><![endif]--><p>a</p>`, `<p>a</p>`],
  [`<p>She wrote style="plain" on=it</p>`, `<p>She wrote style="plain" on=it</p>`],
])("%s is parsed as %s", (pasted, ready) => {
  expect(inert(pasted)).toBe(ready);
});
