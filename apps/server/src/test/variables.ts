import { randomBytes } from "node:crypto";
import { appUrl, directUrl } from "./database.ts";

/** What a process on this test's database must be told; nobody has seen its keys before. */
export const variables = (): Record<string, string> => ({
  NODE_ENV: "test",
  DATABASE_URL: appUrl,
  DIRECT_DATABASE_URL: directUrl,
  FIELD_KEYS: newKey(),
  CURSOR_KEYS: newKey(),
  SIGNING_KEYS: newKey(),
  TOKEN_KEYS: newKey(),
});

const newKey = (): string => `test:${randomBytes(32).toString("base64url")}`;
