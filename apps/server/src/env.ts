import { z } from "zod";
import { StartError } from "./kernel/errors.ts";
import type { RingKey } from "./kernel/keys.ts";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });
const webOrigin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    error: "must be an http:// or https:// address without a path",
  });
const redisUrl = z.url({ protocol: /^rediss?$/, error: "must be a redis:// address" });

const ringKeys = z
  .string("is needed: one or more keys as id:secret, comma-separated")
  .transform((text, check): RingKey[] =>
    text.split(",").map((entry) => {
      const [id = "", secret = ""] = entry.split(":");
      const bytes = Buffer.from(secret, "base64url");
      if (!/^[a-z0-9]{1,16}$/.test(id) || bytes.length !== 32)
        check.addIssue("must be id:secret, the id of small letters and digits, the secret 32 bytes in base64url");
      return { id, secret: bytes };
    }),
  );

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter(Boolean));

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number("must be a number")
    .int()
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const Variables = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(0, 65535).default(3000),
  DATABASE_URL: postgresUrl,
  /** Never through a pooler: migrations, LISTEN and advisory locks need a session of their own. */
  DIRECT_DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 200).default(10),
  STATEMENT_TIMEOUT_MS: wholeNumber(100, 25_000).default(10_000),
  REDIS_URL: redisUrl.optional(),
  JOBS_AT_ONCE: wholeNumber(1, 200).default(10),
  CALLS_AT_ONCE: wholeNumber(1, 10_000).default(500),
  /** Each holds a connection, of which calls need some as well. */
  STREAMS_AT_ONCE: wholeNumber(1, 100_000).default(2500),
  /** What `npm start` brought along, such as "postgres": some doors open for that alone. */
  EMBEDDED: list,
  CONNECTIONS_AT_ONCE: wholeNumber(10, 100_000).default(5000),
  /** Proxies in front of us whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: list,
  /** Sites besides our own whose pages may call /trpc. */
  ALLOWED_ORIGINS: list.pipe(z.array(webOrigin)),
  FIELD_KEYS: ringKeys,
  CURSOR_KEYS: ringKeys,
  SIGNING_KEYS: ringKeys,
  /** Seeds of the Ed25519 keys that sign access tokens; never in the database. */
  TOKEN_KEYS: ringKeys,
  /** Where people reach MueJam: the name of the built-in issuer, and where links in mails lead. */
  PUBLIC_URL: webOrigin.optional(),
  /** Set, Clerk signs people in and the built-in issuer is off. */
  CLERK_SECRET_KEY: z.string().startsWith("sk_", "must be Clerk's secret key, which begins with sk_").optional(),
  CLERK_ISSUER: webOrigin.optional(),
  CLERK_JWT_KEY: z.string().includes("PUBLIC KEY", { error: "must be Clerk's public key in PEM" }).optional(),
  CLERK_WEBHOOK_SECRET: z
    .string()
    .startsWith("whsec_", "must be Clerk's webhook secret, which begins with whsec_")
    .optional(),
  /** Not a secret, and read when the server starts, not when the web is built: one build serves both issuers. */
  VITE_CLERK_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_[\w+/=-]+$/, "must be Clerk's publishable key, which begins with pk_")
    .optional(),
  CLERK_API_URL: webOrigin.default("https://api.clerk.com"),
  /** Each pair that is set lets people sign in with that service. */
  DISCORD_CLIENT_ID: z.string().optional(),
  DISCORD_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().endsWith(".apps.googleusercontent.com", "must be Google's client id").optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** For tests: a server of this machine that answers as all of them. */
  PROVIDERS_ORIGIN: webOrigin.optional(),
  /** Whoever proves one of these addresses is made administrator, once. */
  ADMIN_EMAILS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((email) => email.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.email("must be addresses, comma-separated"))),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error"]).default("info"),
  /** Without it mail is kept in an outbox instead of being sent. */
  RESEND_API_KEY: z.string().startsWith("re_", "must begin with re_").optional(),
  RESEND_WEBHOOK_SECRET: z.string().startsWith("whsec_", "must begin with whsec_").optional(),
  RESEND_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an https:// address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$/, "must be a name and an address: MueJam <mail@example.org>")
    .optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** Keeps the scripts of former builds for tabs that are still open; processes may share it. */
  ASSETS_FOLDER: z.string().min(1).optional(),
  /** Off, whatever stands between a browser and us removes itself from there. */
  SERVICE_WORKER: z.enum(["on", "off"]).default("on"),
  RELEASE: z.string().min(1).max(100).default("development"),
});

const Env = Variables.superRefine((env, check) => {
  const need = (name: keyof z.infer<typeof Variables>, why: string) => {
    if (!env[name]) check.addIssue({ code: "custom", path: [name], message: `is needed ${why}` });
  };
  if (env.NODE_ENV === "production") need("PUBLIC_URL", "when NODE_ENV is production");
  if (env.RESEND_API_KEY) need("MAIL_FROM", "with RESEND_API_KEY");
  if (env.CLERK_SECRET_KEY) need("CLERK_ISSUER", "with CLERK_SECRET_KEY");
  if (env.CLERK_SECRET_KEY) need("CLERK_WEBHOOK_SECRET", "with CLERK_SECRET_KEY");
  if (env.CLERK_SECRET_KEY) need("VITE_CLERK_PUBLISHABLE_KEY", "with CLERK_SECRET_KEY");
  for (const name of ["DISCORD", "GITHUB", "GOOGLE"] as const) {
    if (env[`${name}_CLIENT_ID`]) need(`${name}_CLIENT_SECRET`, `with ${name}_CLIENT_ID`);
    if (env[`${name}_CLIENT_SECRET`]) need(`${name}_CLIENT_ID`, `with ${name}_CLIENT_SECRET`);
  }
  if (env.PROVIDERS_ORIGIN && (env.NODE_ENV === "production" || !env.PROVIDERS_ORIGIN.startsWith("http://127.0.0.1:")))
    check.addIssue({ code: "custom", path: ["PROVIDERS_ORIGIN"], message: "is for tests on this machine alone" });
  const { VITE_CLERK_PUBLISHABLE_KEY: publishable, CLERK_ISSUER: issuer } = env;
  if (publishable && issuer && clerkHost(publishable) !== issuer)
    check.addIssue({ code: "custom", path: ["VITE_CLERK_PUBLISHABLE_KEY"], message: "is not of CLERK_ISSUER" });
});
export type Env = Readonly<z.infer<typeof Env>>;

/** A publishable key is where its Clerk answers browsers, in base64 and with a dollar sign at the end. */
function clerkHost(publishableKey: string): string {
  const name = Buffer.from(publishableKey.replace(/^pk_(test|live)_/, ""), "base64").toString();
  return `https://${name.replace(/\$$/, "")}`;
}

/** Parsed once; every fault is told at once, so that nobody mends them one start at a time. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // A variable set to nothing is a variable not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given, { reportInput: true });
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${sentence(issue)}`);
  throw new StartError(
    `The environment has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.join("\n")}`,
  );
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "is needed";
  return issue.message;
}
