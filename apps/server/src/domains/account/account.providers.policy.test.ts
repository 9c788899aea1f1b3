import { expect, test } from "vitest";
import {
  assertAddressFree,
  assertLinkFree,
  assertOffered,
  assertProvenThere,
  assertSame,
} from "./account.providers.policy.ts";

test("only a provider with keys is there", () => {
  expect(() => assertOffered(["google"], "google")).not.toThrow();
  expect(() => assertOffered(["google"], "github")).toThrow("NOT_FOUND");
});

test("only an address that the provider has proven counts", () => {
  const email = "ada@example.org";
  expect(assertProvenThere({ email, isEmailVerified: true })).toBe(email);
  expect(() => assertProvenThere({ email, isEmailVerified: false })).toThrow("PROVIDER_EMAIL_UNVERIFIED");
  expect(() => assertProvenThere({ email: null, isEmailVerified: true })).toThrow("PROVIDER_EMAIL_UNVERIFIED");
});

test("only oneself there shows that it is oneself here", () => {
  expect(assertSame({ subject: "ada" }, "ada")).toEqual({ subject: "ada" });
  expect(() => assertSame({ subject: "bea" }, "ada")).toThrow("PROVIDER_REFUSED");
  expect(() => assertSame(null, "ada")).toThrow("PROVIDER_REFUSED");
});

test("an address that somebody has makes no second account, and a link no second owner", () => {
  expect(assertAddressFree("person")).toBe("person");
  expect(() => assertAddressFree(null)).toThrow("ADDRESS_KNOWN");
  expect(() => assertLinkFree(true)).not.toThrow();
  expect(() => assertLinkFree(false)).toThrow("PROVIDER_TAKEN");
});
