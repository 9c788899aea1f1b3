import { Client } from "pg";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { directUrl } from "../../test/database.ts";
import { type Desk, publishNow, sitDown } from "../../test/desk.ts";
import { as, ctxOf, make, runJob } from "../../test/harness.ts";
import { verifyAll, verifyChain } from "./edition.chain.service.ts";

const system = ctxOf(make.system());
const owner = new Client({ connectionString: directUrl });
await owner.connect();
afterAll(() => owner.end());

/** Three editions of one chapter, the last of which is shown. */
async function threeEditions(): Promise<Desk> {
  const desk = await sitDown();
  for (const text of ["One.", "Two.", "Three."]) await publishNow(desk, text);
  return desk;
}

/** As somebody could who owns the database. */
async function tamper(sql: string, { story }: Desk): Promise<void> {
  await owner.query("SET session_replication_role = replica");
  await owner.query(sql.replaceAll("$story", `'${story.id}'`));
  await owner.query("SET session_replication_role = origin");
}

const faultsOf = async ({ story }: Desk) =>
  (await verifyChain(system, story.id)).map(({ seq, fault }) => `${seq} ${fault}`);
const second = "(SELECT id FROM edition WHERE story_id = $story AND seq = 2)";

test("an untouched chain is whole, however long", async () => {
  const desk = await sitDown();
  for (let n = 1; n <= 41; n += 1) await publishNow(desk, `Night ${n}.`);
  expect(await faultsOf(desk)).toEqual([]);
  await runJob("edition.verify");
});

test.each([
  [
    `UPDATE edition_content SET document = jsonb_set(document, '{content,0,content,0,text}', '"Two!"') WHERE edition_id = ${second}`,
    ["2 altered"],
  ],
  [`UPDATE edition_content SET title = 'The Barbour' WHERE edition_id = ${second}`, ["2 altered"]],
  [`UPDATE edition_content SET html = replace(html, 'Two.', 'Two!') WHERE edition_id = ${second}`, ["2 altered"]],
  [`UPDATE edition SET published_at = published_at - interval '1 day' WHERE id = ${second}`, ["2 altered"]],
  [`UPDATE edition SET hash = repeat('0', 64) WHERE id = ${second}`, ["2 unsigned", "2 altered", "3 unlinked"]],
  [
    `UPDATE edition SET signature = (SELECT signature FROM edition WHERE story_id = $story AND seq = 1) WHERE id = ${second}`,
    ["2 unsigned", "2 altered"],
  ],
  [`UPDATE edition SET prev_hash = repeat('0', 64) WHERE id = ${second}`, ["2 unlinked", "2 altered"]],
  [`DELETE FROM edition_content WHERE edition_id = ${second}`, ["2 emptied"]],
  [`DELETE FROM edition_content WHERE edition_id = ${second}; DELETE FROM edition WHERE id = ${second}`, ["3 gone"]],
  ["DELETE FROM edition WHERE story_id = $story AND seq = 1", ["2 gone"]],
])("%s is found", async (sql, faults) => {
  const desk = await threeEditions();
  await tamper(sql, desk);
  expect(await faultsOf(desk)).toEqual(faults);
});

test("the walk over all stories names the broken place, in the log and in the job that failed", async () => {
  const [desk, lines] = [await threeEditions(), [] as string[]];
  await tamper(`UPDATE edition_content SET text = 'Two!' WHERE edition_id = ${second}`, desk);
  const log = pino({ level: "error" }, { write: (line) => void lines.push(line) });
  const place = `Edition 2 of the story ${desk.story.id}: altered.`;
  await expect(verifyAll({ ...system, log })).rejects.toThrow(place);
  expect(lines.join()).toContain(desk.story.id);
});

test("a lawful erasure leaves the chain whole", async () => {
  const desk = await threeEditions();
  const administrator = await make.person({}, ["administrator"]);
  await as(administrator).edition.erase({ chapterId: desk.chapterId, edition: 2, purpose: "law:erasure" });
  expect(await faultsOf(desk)).toEqual([]);
});

test.each(["edition", "edition_content", "edition_erasure"])(
  "the application can neither change nor remove what is in %s",
  async (table) => {
    await threeEditions();
    const column = table === "edition" ? "id" : "edition_id";
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ])
      await expect(system.db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|append-only/);
  },
);

test("even the owner of the database is stopped once", async () => {
  await expect(owner.query("UPDATE edition SET words = 0")).rejects.toThrow("append-only");
  await expect(owner.query("DELETE FROM edition")).rejects.toThrow("append-only");
});
