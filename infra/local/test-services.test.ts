import { expect, test } from "vitest";
import { assertTestDatabase } from "./test-services.ts";

test.each(["postgresql://a:b@127.0.0.1/muejam_test", undefined, ""])("%s may be used", (url) => {
  expect(() => assertTestDatabase(url)).not.toThrow();
});

test.each([
  "postgresql://127.0.0.1/muejam",
  "postgresql://127.0.0.1/muejam_test_old",
  "postgresql://127.0.0.1",
  "muejam_test",
])("%s is refused", (url) => {
  expect(() => assertTestDatabase(url)).toThrow(/must name a database that ends in _test/);
});
