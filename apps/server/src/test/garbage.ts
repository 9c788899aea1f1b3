import fc, { type Arbitrary } from "fast-check";

/** What one connection sends, in pieces. */
export type Garbage = { kind: string; pieces: (string | Uint8Array)[] };

const paths = [
  "/",
  "/status",
  "/health/live",
  "/health/ready",
  "/trpc/status.version",
  "/trpc/status.now",
  "/dev/mail",
];
const doors = [
  "/trpc/status.reportTrouble",
  "/api/auth/sign-in",
  "/api/auth/sign-up",
  "/webhooks/resend",
  "/verify-email",
  "/confirm-address",
  "/undo-address",
  "/not-me",
  "/stop-recovery",
];
// Enough callers that none of them calls too often.
const caller = fc.integer({ min: 1, max: 250 }).map((last) => `x-forwarded-for: 203.0.113.${last}\r\n`);
const contentType = fc
  .constantFrom(
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
  )
  .map((type) => `content-type: ${type}\r\n`);
const deep = ["[".repeat(10_000) + "]".repeat(10_000), '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000)];

const line = fc.string({ unit: "binary-ascii", maxLength: 200 });
const method = fc.constantFrom("GET", "POST", "HEAD", "PUT", "OPTIONS", "TRACE", "CONNECT", "PRI", "get", "G\0T", "");
const version = fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/", "http/1.1", "");
const path = fc.oneof(
  fc.constantFrom(...paths, ...doors, "*", "//", "/\\", "/%", "/%00", "/..%2f..%2fetc/passwd", "/assets/../index.html"),
  fc.constantFrom(
    "http://other.example/",
    "http://[::1",
    "/trpc/",
    "/trpc/__proto__.constructor",
    "/trpc/a?batch=1&input=%7B",
  ),
  fc.webPath(),
  line.map((text) => `/${text}`),
  fc.constant(`/${"long/".repeat(2000)}`),
);
const host = fc.oneof(
  { weight: 6, arbitrary: fc.constant("host: localhost\r\n") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "host:\r\n",
      "host: a b\r\n",
      "host: a\r\nhost: b\r\n",
      "host: [::\r\n",
      "host: x:99999\r\n",
    ),
  },
);
const length = fc.constantFrom("0", "1", "5", "99999", "-1", "1e9", "0x10", "5, 6", "1099511627776", "");
const body = fc.oneof(
  fc.constantFrom(...deep),
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);

type Parts = Record<"m" | "p" | "h" | "v" | "c", string>;
const head = fc.record({ m: method, p: path, h: host, v: version, c: caller });
const start = ({ m, p, h, v, c }: Parts) => `${m} ${p} ${v}\r\n${h}${c}`;
const proper = fc
  .tuple(fc.constantFrom(...paths), caller)
  .map(([p, c]) => `GET ${p} HTTP/1.1\r\nhost: localhost\r\n${c}\r\n`);
const posted = fc.tuple(fc.constantFrom(...doors), caller, body, contentType).map(([p, c, text, type]) => ({
  head: `POST ${p} HTTP/1.1\r\nhost: localhost\r\n${c}${type}`,
  text,
}));
const whole = posted.map(({ head, text }) => `${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);

const kinds: Record<string, Arbitrary<(string | Uint8Array)[]>> = {
  bytes: fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 3 }),
  "request lines": head.map((parts) => [`${start(parts)}\r\n`]),
  "odd headers": fc
    .tuple(head, fc.array(fc.tuple(line, line)))
    .map(([parts, odd]) => [
      `${start({ ...parts, v: "HTTP/1.1" })}${odd.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
    ]),
  "huge headers": fc
    .tuple(proper, fc.integer({ min: 1, max: 70_000 }), fc.boolean())
    .map(([request, size, isOne]) => [
      request.replace(/\r\n$/, isOne ? `x: ${"y".repeat(size)}\r\n\r\n` : `${"x: y\r\n".repeat(size / 6)}\r\n`),
    ]),
  "wrong lengths": fc
    .tuple(posted, fc.array(length, { minLength: 1, maxLength: 2 }))
    .map(([{ head, text }, lengths]) => [
      `${head}${lengths.map((value) => `content-length: ${value}\r\n`).join("")}\r\n${text}`,
    ]),
  "chunked nonsense": fc
    .tuple(
      posted,
      fc.array(fc.oneof(fc.constantFrom("5\r\nhello\r\n", "0\r\n\r\n", "ffffffff\r\n", "-1\r\n", "5;x=y\r\nab"), line)),
    )
    .map(([{ head }, chunks]) => [`${head}transfer-encoding: chunked\r\n\r\n${chunks.join("")}`]),
  bodies: whole.map((request) => [request]),
  pipelines: fc.array(fc.oneof(proper, whole, line), { minLength: 2, maxLength: 12 }),
  "early ends": fc
    .tuple(fc.oneof(proper, whole), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([request, share]) => [request.slice(0, Math.floor(request.length * share))]),
  expectations: posted.chain(({ head, text }) =>
    fc
      .constantFrom("100-continue", "200-ok", "")
      .map((expected) => [`${head}expect: ${expected}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`, text]),
  ),
  upgrades: head.chain((parts) =>
    fc
      .constantFrom("websocket", "h2c", "TLS/1.0")
      .map((to) => [`${start({ ...parts, v: "HTTP/1.1" })}connection: upgrade\r\nupgrade: ${to}\r\n\r\n`]),
  ),
};

export const garbage: Arbitrary<Garbage> = fc.oneof(
  ...Object.entries(kinds).map(([kind, arbitrary]) => arbitrary.map((pieces): Garbage => ({ kind, pieces }))),
);
