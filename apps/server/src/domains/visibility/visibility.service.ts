import type { Prisma } from "@muejam/db";
import type { Actor, Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { isAdult, isVisible, refusalOf, rules, unasked, unblocked, visitorScope } from "./visibility.policy.ts";
import {
  findScopes,
  type Subject,
  type SubjectColumns,
  type Viewer,
  type ViewerScope,
  whereVisible,
} from "./visibility.repo.ts";

declare const checked: unique symbol;

/** Something that its viewer may see. Only this file makes one, and every output mapper asks for one. */
export type Visible<T> = T & { readonly [checked]: true };
export type { Subject, SubjectColumns, ViewerScope };
export { isAdult, unasked, unblocked, visitorScope };

/** What days of birth are sealed for. */
export const birthPurpose = "account.birth";

const scopes = new WeakMap<Actor, Promise<ViewerScope>>();

/** Read once a request: an actor object lives as long as its request. A job sees what a visitor sees. */
export function viewerOf(ctx: Ctx): Promise<ViewerScope> {
  const { actor } = ctx;
  if (actor.kind === "visitor" || actor.kind === "system") return Promise.resolve(visitorScope);
  const known = scopes.get(actor);
  if (known) return known;
  const { accountId, profileId } = actor;
  const scope = readScopes(ctx, [{ accountId, profileId, isKey: actor.kind === "key" }]).then((found) =>
    scopeInHand(actor, found.get(profileId) ?? { ...visitorScope, accountId }),
  );
  scopes.set(actor, scope);
  scope.catch(() => scopes.delete(actor));
  return scope;
}

/** Of several faces at once, by their ids: for telling each of them only what they may see. */
export const scopesOf = (ctx: Ctx, viewers: readonly Omit<Viewer, "isKey">[]): Promise<Map<string, ViewerScope>> =>
  readScopes(
    ctx,
    viewers.map(({ accountId, profileId }) => ({ accountId, profileId, isKey: false })),
  );

/** For single reads that can say why they refuse. */
export function revealOrRefuse<T extends Subject>(viewer: ViewerScope, subject: T | null): Visible<T> {
  if (!subject) throw new AppError("NOT_FOUND");
  const refusal = refusalOf(viewer, subject);
  if (refusal) throw new AppError(refusal);
  return mint(subject);
}

/** For single reads. Null looks to the caller like what does not exist. */
export const reveal = <T extends Subject>(viewer: ViewerScope, subject: T): Visible<T> | null =>
  isVisible(viewer, subject) ? mint(subject) : null;

/** For lists: `fetch` puts the condition into its query, so that a page is never cut short afterwards. */
export async function revealList<T extends Subject>(
  viewer: ViewerScope,
  columns: SubjectColumns,
  fetch: (where: Prisma.Sql) => Promise<T[]>,
): Promise<Visible<T>[]> {
  const found = await fetch(whereVisible(rules, viewer, columns));
  return found.map((subject) => {
    if (!isVisible(viewer, subject)) throw new Error("A list has fetched what its viewer may not see.");
    return mint(subject);
  });
}

async function readScopes(ctx: Ctx, viewers: readonly Viewer[]): Promise<Map<string, ViewerScope>> {
  const rows = await findScopes(ctx.db, viewers);
  return new Map(
    rows.map(({ profileId, birthSealed, wantsMature, ...rest }) => {
      const isOfAge = birthSealed !== null && isAdult(ctx.keys.decrypt(birthPurpose, birthSealed), ctx.now());
      return [profileId, { ...rest, showsMature: wantsMature && isOfAge }];
    }),
  );
}

/** A key must not find out which faces are its owner's: nothing is its own here, and its scopes say what a role is worth. */
function scopeInHand(actor: Holder, scope: ViewerScope): ViewerScope {
  if (actor.kind === "member") return scope;
  const roles = actor.scopes.includes("moderate") ? scope.roles : [];
  return { ...scope, accountId: null, profileIds: [actor.profileId], roles };
}

// safe: the brand is a type and nothing else.
const mint = <T>(subject: T) => subject as Visible<T>;
