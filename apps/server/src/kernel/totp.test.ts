import { expect, test } from "vitest";
import { codeOf, findStep, newSecret, otpauthUri } from "./totp.ts";

/** "12345678901234567890", as in appendix B of RFC 6238, whose codes have two more digits in front. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at %d seconds the code is %s", (seconds, code) => {
  expect(codeOf(secret, new Date(seconds * 1000))).toBe(code);
});

test("a code holds half a minute longer and earlier than it is shown", () => {
  const at = (seconds: number) => new Date(1111111110_000 + seconds * 1000);
  expect([-31, -30, -1, 0, 29, 30, 59, 60].map((seconds) => findStep(secret, "050471", at(seconds)))).toEqual([
    null,
    ...Array.from({ length: 6 }, () => 37037037),
    null,
  ]);
  for (const wrong of ["050472", "50471", "", "0504711"]) expect(findStep(secret, wrong, at(0))).toBeNull();
});

test("secrets differ, and an app can read them", () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  expect(codeOf(one, new Date())).toMatch(/^\d{6}$/);
  expect(otpauthUri({ secret: one, name: "ada+x@example.org" })).toBe(
    `otpauth://totp/MueJam:ada%2Bx%40example.org?secret=${one}&issuer=MueJam&algorithm=SHA1&digits=6&period=30`,
  );
});
