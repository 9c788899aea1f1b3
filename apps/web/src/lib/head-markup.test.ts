import { expect, test } from "vitest";
import { headMarkup, jsonMarkup } from "./head-markup.ts";

const wicked = `</script><script>alert("1")</script> 'quoted' & more`;

test("nothing that somebody wrote leaves the tag it stands in", () => {
  const markup = headMarkup({
    meta: [{ title: wicked }, { name: "description", content: wicked }, { "script:ld+json": { name: wicked } }],
    links: [{ rel: "canonical", href: wicked }],
  });
  expect(markup.match(/<script/g)).toEqual(["<script"]);
  expect(markup.match(/<\/script/g)).toEqual(["</script"]);
  expect(markup).toContain(
    "<title>&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;quoted&#39; &amp; more</title>",
  );
});

test("JSON in a page reads back as what it was", () => {
  const value = { words: `${wicked}\u2028<!--` };
  const text = jsonMarkup(value);
  expect(text).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(text)).toEqual(value);
});
