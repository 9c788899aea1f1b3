import { cloneDatabase } from "@muejam/db/testing/databases";
import { withAppLogin } from "@muejam/db/testing/server";
import { afterAll, inject } from "vitest";

const database = await cloneDatabase(inject("testRun"));
afterAll(database.drop);

/** This test file's own database: as its owner, and as the application, which cannot change the shape of a table. */
export const directUrl = database.directUrl;
export const appUrl = withAppLogin(database.directUrl);
