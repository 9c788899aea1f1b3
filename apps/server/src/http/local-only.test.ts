import { expect, test } from "vitest";
import { isLocal } from "./local-only.ts";

const here = { isDatabaseEmbedded: true, databaseUrl: "postgresql://a:b@127.0.0.1:5499/muejam", host: "127.0.0.1" };

test.each([
  ["all there", {}, { host: "127.0.0.1:3000" }, true],
  ["by name", {}, { host: "localhost:3000" }, true],
  ["IPv6", { host: "::1" }, { host: "[::1]:3000" }, true],
  ["no port", {}, { host: "localhost" }, true],
  ["a database of somebody's own", { isDatabaseEmbedded: false }, { host: "localhost" }, false],
  [
    "said to be embedded, but elsewhere",
    { databaseUrl: "postgres://a@db.example/muejam" },
    { host: "localhost" },
    false,
  ],
  ["listening to the network", { host: "0.0.0.0" }, { host: "localhost" }, false],
  ["listening to the network by IPv6", { host: "::" }, { host: "localhost" }, false],
  ["a name made to point here", {}, { host: "evil.example:3000" }, false],
  ["a name that looks local", {}, { host: "127.0.0.1.evil.example" }, false],
  ["a name that ends locally", {}, { host: "evil.localhost" }, false],
  ["a user in the name", {}, { host: "localhost@evil.example" }, false],
  [
    "a place people reach by another name, its proxy telling nothing",
    { publicUrl: "https://jam.example" },
    { host: "127.0.0.1" },
    false,
  ],
  ["a local name of one's own choice", { publicUrl: "http://localhost:3000" }, { host: "localhost:3000" }, true],
  ["no name", {}, {}, false],
  ["through a tunnel", {}, { host: "localhost", "x-forwarded-for": "203.0.113.9" }, false],
  ["through a tunnel that names its host", {}, { host: "localhost", "x-forwarded-host": "a.example" }, false],
  ["through a newer tunnel", {}, { host: "localhost", forwarded: "for=203.0.113.9" }, false],
])("%s", (_name, parts, headers: Record<string, string>, expected) => {
  expect(isLocal({ ...here, ...parts }, new Headers(headers))).toBe(expected);
});
