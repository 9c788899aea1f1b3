import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";

const { db } = ctxOf(make.system());
const name = () => `n_${randomBytes(6).toString("hex")}`;
const view = (handle: string) => as(make.visitor()).profile.view({ handle });

async function renamed() {
  const member = await make.person();
  const [first, second] = [name(), name()];
  const { id } = await as(member).profile.create({ handle: first, displayName: "Ann" });
  await as(member).profile.update({ id, handle: second });
  return { member, id, first, second };
}

test("whoever does not want to be found by an old name lets its address lead nowhere, and back", async () => {
  const { member, id, first, second } = await renamed();
  const { profile } = as(member);
  expect((await view(first)).handle).toBe(second);
  const { queries, result } = await countQueries(() => profile.redirect({ id, handle: first, isRedirected: false }));
  expect(queries).toBeLessThanOrEqual(5);
  expect(result).toEqual(await profile.formerHandles({ id }));
  expect(result.handles).toMatchObject([{ handle: first, isRedirected: false }]);
  await expect(view(first)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await profile.redirect({ id, handle: first.toUpperCase(), isRedirected: true });
  expect((await view(first)).handle).toBe(second);
});

test("an old name is listed with its days, as long as nobody else may have it", async () => {
  const { member, id, first } = await renamed();
  const leftAt = new Date(Date.now() - 729 * 86_400_000);
  await db.formerHandle.updateMany({ where: { handle: first }, data: { leftAt } });
  const days = (until: string) => Math.round((Date.parse(until) - leftAt.getTime()) / 86_400_000);
  const { queries, result } = await countQueries(() => as(member).profile.formerHandles({ id }));
  expect(queries).toBe(2);
  expect(result.handles.map((one) => [days(one.redirectsUntil), days(one.reservedUntil)])).toEqual([[365, 730]]);
  await db.formerHandle.updateMany({
    where: { handle: first },
    data: { leftAt: new Date(leftAt.getTime() - 2 * 86_400_000) },
  });
  expect((await as(member).profile.formerHandles({ id })).handles).toEqual([]);
});

test("a name that was taken back is no former one", async () => {
  const { member, id, first, second } = await renamed();
  await as(member).profile.update({ id, handle: first });
  const { handles } = await as(member).profile.formerHandles({ id });
  expect(handles.map(({ handle }) => handle)).toEqual([second]);
});

test("nobody learns or switches what another face was called, not even its owner's key of the first", async () => {
  const { member, id, first } = await renamed();
  const { accountId, profileId } = member;
  const key = make.key({ accountId, profileId, scopes: ["read", "write"] });
  for (const who of [await make.person(), key]) {
    const { profile } = as(who);
    await expect(profile.formerHandles({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
    const change = { id, handle: first, isRedirected: false };
    await expect(profile.redirect(change)).rejects.toMatchObject(refusal("NOT_FOUND"));
  }
  const unknown = { id, handle: name(), isRedirected: false };
  await expect(as(member).profile.redirect(unknown)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a handle that looks like somebody's is taken, and so is a former one, for the owner's other faces too", async () => {
  const { member, first, second } = await renamed();
  const alike = (handle: string) => handle.replaceAll("0", "O").replaceAll("1", "l").replaceAll("i", "I");
  const [lookalike, former] = [alike(`${second}_1`), first];
  await as(await make.person()).profile.create({ handle: `${second}_1`, displayName: "x" });
  for (const handle of [lookalike, former])
    for (const who of [member, await make.person()])
      await expect(as(who).profile.create({ handle, displayName: "x" })).rejects.toMatchObject(refusal("HANDLE_TAKEN"));
});
