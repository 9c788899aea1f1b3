import { expect, test } from "vitest";
import { type TemplateName, templates } from "./registry.ts";
import { renderMail } from "./render.ts";

const names = Object.keys(templates) as TemplateName[];

test.each(names)("%s is whole in both parts, with its link once in each", async (name) => {
  const { fixture } = templates[name];
  const { subject, html, text } = await renderMail(name, fixture);

  expect(subject).toMatch(/^[A-Z“].{10,70}$/);
  expect(html).toMatch(/^<!DOCTYPE html[\s\S]*<\/html>/);
  expect(html).toContain(`<title>${subject}</title>`);
  for (const part of [html, text]) {
    expect(part.split(fixture.link)).toHaveLength(2);
    expect(part).not.toMatch(/undefined|null|\[object|NaN|Invalid Date/);
  }
});

const news = names.filter((name) => "unsubscribe" in templates[name].fixture);

test.each(names.filter((name) => !news.includes(name)))(
  "%s says when it was, and what if it was not you",
  async (name) => {
    const { html, text } = await renderMail(name, templates[name].fixture);
    for (const part of [html, text]) {
      expect(part.split("If this was not you")).toHaveLength(2);
      expect(part).toMatch(/2026 at 1\d:\d\d UTC/);
      expect(part).not.toContain("Unsubscribe");
    }
  },
);

test("a new chapter comes with its first words, why, and the way out", async () => {
  expect(news).toEqual(["chapter-published", "team-invited"]);
  const { fixture } = templates["chapter-published"];
  const { subject, html, text } = await renderMail("chapter-published", fixture);
  expect(subject).toBe("“The Lighthouse Letters”: chapter 12, What the Fog Kept");
  expect(text).toContain(`Unsubscribe:\n${fixture.unsubscribe}`);
  expect(html).toContain(`href="${fixture.unsubscribe}"`);
  for (const part of [html, text]) {
    expect(part).toContain(fixture.opening);
    expect(part).toContain("because you follow Nuala Byrne or “The Lighthouse Letters”");
    expect(part).not.toContain("If this was not you");
  }
});

test("a story's words lead nowhere, and a long name is cut where an inbox would", async () => {
  const evil = "Win at https://evil.example/now, www.evil.example or me@evil.example";
  const { fixture } = templates["chapter-published"];
  const all = { ...fixture, story: evil, author: evil, chapter: evil, opening: evil };
  const { subject, html, text } = await renderMail("chapter-published", all);
  for (const part of [subject, html, text]) {
    expect(part).not.toMatch(/evil\.example|:\/\/evil|www\.evil|@evil/);
    expect(part).toContain("Win at");
  }
  expect(subject.length).toBeLessThan(150);
  const silent = await renderMail("chapter-published", { ...fixture, opening: "" });
  expect(silent.html).toContain("A new chapter by Nuala Byrne.");
});

test.each(names)("%s asks for nothing from the network and runs nothing", async (name) => {
  const { html } = await renderMail(name, templates[name].fixture);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|form|svg)\b|\ssrc=|url\(|@import|@font-face|\son\w+=/i);
});

test.each(names)("%s has the same bytes each time, whatever was rendered between", async (name) => {
  const first = await renderMail(name, templates[name].fixture);
  await Promise.all(names.map((other) => renderMail(other, templates[other].fixture)));
  expect(await renderMail(name, templates[name].fixture)).toEqual(first);
});

test("words from outside become neither markup nor a link", async () => {
  const device = 'Call <i onclick="x">support</i> at https://evil.example or evil.example/now & 148.0';
  const { fixture } = templates["sign-in-new-device"];
  const { html, text } = await renderMail("sign-in-new-device", { ...fixture, device });
  for (const part of [html, text]) {
    expect(part).not.toMatch(/<i\b|onclick=|evil\.example|:\/\/evil/);
    expect(part).toContain("148.0");
  }
});

test("a link is escaped where it stands, and only http leads out", async () => {
  const link = `https://muejam.example/verify?a=1&b="><u>`;
  const { html } = await renderMail("verify-email", { ...templates["verify-email"].fixture, link });
  expect(html).toContain('href="https://muejam.example/verify?a=1&amp;b=&quot;&gt;&lt;u&gt;"');
  const evil = { ...templates["verify-email"].fixture, link: "javascript:alert(1)" };
  await expect(renderMail("verify-email", evil)).rejects.toThrow("Invalid");
});

test("the new address is told to the old one without giving it away", async () => {
  const { html, text } = await renderMail("email-changed", templates["email-changed"].fixture);
  for (const part of [html, text]) {
    expect(part).toContain("n…@post.example");
    expect(part).not.toContain("nuala");
  }
});

test("a reader from right to left, in another time zone", async () => {
  const reader = { language: "he", direction: "rtl", timeZone: "Asia/Jerusalem" } as const;
  const { html, text } = await renderMail("verify-email", templates["verify-email"].fixture, reader);
  expect(html).toContain('<html lang="he" dir="rtl">');
  expect(html).toContain("text-align:right");
  expect(html).not.toContain("text-align:left");
  expect(text).toContain("12:31");
});

test.each([
  ["on", "Signing in to MueJam now takes a second step"],
  ["off", "the password alone signs in"],
  ["renewed", "The former ones open nothing"],
  ["spent", "7 of your backup codes are left"],
] as const)("the second step: %s", async (act, words) => {
  const { fixture } = templates["second-factor-changed"];
  const { subject, text } = await renderMail("second-factor-changed", { ...fixture, act });
  expect(`${subject}\n${text}`).toContain(words);
});
