import type { Prisma, PrismaClient } from "./generated/client.ts";

export { Prisma, PrismaClient } from "./generated/client.ts";

/** A client inside a transaction. */
export type Tx = Prisma.TransactionClient;
/** What a repository takes: the client itself, or one inside a transaction. */
export type Db = PrismaClient | Tx;
