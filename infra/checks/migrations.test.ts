import { expect, test } from "vitest";
import { findFaults } from "./migrations.ts";

const bound = "SET lock_timeout = '3s';\n";

test("the wait is bounded first", () => {
  expect(findFaults("a.sql", `${bound}ALTER TABLE story ADD COLUMN a text;`)).toEqual([]);
  expect(findFaults("a.sql", "ALTER TABLE story ADD COLUMN a text;")).toEqual([
    expect.stringContaining("lock_timeout"),
  ]);
  expect(findFaults("a.sql", "SET lock_timeout = '0';\nSELECT 1;")).toEqual([expect.stringContaining("lock_timeout")]);
});

test("CONCURRENTLY stands alone", () => {
  const index = "CREATE INDEX CONCURRENTLY a ON story (id);";
  expect(findFaults("a.sql", `${bound}SET statement_timeout = 0;\n${index}`)).toEqual([]);
  expect(findFaults("a.sql", `${bound}${index}\nSELECT 1;`)).toEqual([expect.stringContaining("stands alone")]);
});

test("comments and quotes are not statements", () => {
  const sql = `-- CREATE INDEX CONCURRENTLY; no\n${bound}DO $$ BEGIN PERFORM 1; END $$;\nSELECT 'a;b; concurrently';`;
  expect(findFaults("a.sql", sql)).not.toContainEqual(expect.stringContaining("lock_timeout"));
});
