import { expect, test } from "vitest";
import { assertNotLastWay, assertPasskey, assertRoomForPasskey } from "./account.passkeys.policy.ts";

test("the last way in stays", () => {
  expect(() => assertNotLastWay({ hasPassword: true, others: 0 })).not.toThrow();
  expect(() => assertNotLastWay({ hasPassword: false, others: 1 })).not.toThrow();
  const last = () => assertNotLastWay({ hasPassword: false, others: 0 });
  expect(last).toThrow(expect.objectContaining({ code: "LAST_WAY_IN" }));
});

test("twenty passkeys, and what is none", () => {
  expect(() => assertRoomForPasskey(19)).not.toThrow();
  expect(() => assertRoomForPasskey(20)).toThrow(expect.objectContaining({ code: "PASSKEYS_FULL" }));
  expect(assertPasskey("one")).toBe("one");
  expect(() => assertPasskey(null)).toThrow(expect.objectContaining({ code: "PASSKEY_WRONG" }));
});
