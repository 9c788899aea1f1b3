import { defineConfig } from "prisma/config";

// The CLI downloads a native schema engine before any command, even `generate`; naming another engine stops that.
if (process.env["PRISMA_NATIVE_ENGINE"] !== "1" && process.platform !== "win32")
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= `${import.meta.dirname}/engine/schema-engine.ts`;

const url = process.env["DIRECT_DATABASE_URL"] ?? process.env["DATABASE_URL"] ?? "postgresql://127.0.0.1/none";
const shadowDatabaseUrl = process.env["SHADOW_DATABASE_URL"];

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url, ...(shadowDatabaseUrl === undefined ? {} : { shadowDatabaseUrl }) },
});
