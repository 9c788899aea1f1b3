import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

test.each([
  ["a direct caller is itself", "203.0.113.9", undefined, [], "203.0.113.9"],
  ["a claim from outside is not believed", "203.0.113.9", "198.51.100.1", ["10.0.0.1"], "203.0.113.9"],
  ["our proxy tells who called", "10.0.0.1", "198.51.100.1", ["10.0.0.1"], "198.51.100.1"],
  ["what the caller put in front is not believed", "10.0.0.1", "1.1.1.1, 198.51.100.1", ["10.0.0.1"], "198.51.100.1"],
  ["proxies in a row are walked", "10.0.0.1", "198.51.100.1, 10.0.0.2", ["10.0.0.1", "10.0.0.2"], "198.51.100.1"],
  ["a proxy that tells nothing is the caller", "10.0.0.1", "", ["10.0.0.1"], "10.0.0.1"],
  ["a household that has 2^64 addresses is one caller", "2001:DB8:1:2:3:4:5:6", undefined, [], "2001:db8:1:2::"],
  ["however short its address is written", "10.0.0.1", "2001:db8::6", ["10.0.0.1"], "2001:db8:0:0::"],
  ["a proxy is known by its whole address", "2001:db8::1", "203.0.113.9", ["2001:db8::1"], "203.0.113.9"],
  ["this machine stays itself", "::1", undefined, [], "::1"],
  ["an IPv4 address in IPv6 clothes is the same", "::ffff:203.0.113.9", undefined, [], "203.0.113.9"],
])("%s", (_name, peer, forwarded, trustedProxies, expected) => {
  expect(addressOf({ peer, forwarded, trustedProxies })).toBe(expected);
});
