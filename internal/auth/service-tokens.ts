import { hash, randomBytes } from "node:crypto";
import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { MadeServiceToken, NewServiceToken, ServiceToken, ServiceTokenShown } from "../../generated/auth/types.gen.ts";
import { serviceTokenPrefix } from "../core/auth/authentication.ts";
import { standingChanged } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerOrganization, ownerUser } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import type { AuthTools } from "./tools.ts";

type Rows = Pick<AuthParts, "serviceTokens" | "core">;

const day = 24 * 3600 * 1000;
const longestLife = 366 * day;
/** More of one owner are no help to anybody. */
const mostOfOwner = 50;

type Operations = Pick<
  AuthService,
  | "listServiceTokens"
  | "createServiceToken"
  | "revokeServiceToken"
  | "listOrganizationServiceTokens"
  | "createOrganizationServiceToken"
  | "revokeOrganizationServiceToken"
>;

/**
 * Service tokens: `sk-` and 256 random bits, kept as a hash. Each speaks for a user in one organization, or for the organization
 * itself. Only people make and revoke them: everything here asks for a signed-in user, whom a token is not.
 */
export function serviceTokens(
  { serviceTokens: rows, core }: Rows,
  { self, mustBeRecent, announce }: Pick<AuthTools, "self" | "mustBeRecent" | "announce">,
): Operations {
  async function list(ctx: Context, ownerId: string): Promise<ServiceTokenShown[]> {
    const found = await rows.listOfOwner(ctx, ownerId);
    return found.map(shown).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  async function create(ctx: Context, ownerId: string, given: NewServiceToken): Promise<MadeServiceToken> {
    ownerUser(ctx);
    // It outlives the session that makes it: who stole that one must not be able to stay.
    await mustBeRecent(ctx);
    checkAllowed(ctx, given);
    checkExpiry(given, core.now());
    if ((await rows.listOfOwner(ctx, ownerId)).length >= mostOfOwner)
      throw problem.conflict(`There are ${mostOfOwner} service tokens already. Revoke one that is not needed any more.`);
    const token = `${serviceTokenPrefix}${randomBytes(32).toString("base64url")}`;
    const { name, permissions, expiresAt } = given;
    const made = await rows.insert(ctx, { name, permissions, expiresAt, ownerId, hash: hash("sha256", token, "hex") });
    return { token, serviceToken: shown(made) };
  }

  async function revoke(ctx: Context, ownerId: string, id: string): Promise<void> {
    ownerUser(ctx);
    const token = await rows.find(ctx, id);
    if (token?.ownerId !== ownerId) throw missing("ServiceToken", id);
    await rows.delete(ctx, id);
    core.database.afterCommit(ctx, () => standingChanged(core.live, id));
  }

  return {
    listServiceTokens: async (ctx) => list(ctx, ownerUser(ctx)),
    async createServiceToken(ctx, { body }) {
      const made = await create(ctx, ownerUser(ctx), body);
      await announce(ctx, await self(ctx), "serviceTokenMade", { what: body.name });
      return made;
    },
    revokeServiceToken: async (ctx, { id }) => revoke(ctx, ownerUser(ctx), id),
    listOrganizationServiceTokens: async (ctx) => list(ctx, ownerOrganization(ctx)),
    createOrganizationServiceToken: async (ctx, { body }) => create(ctx, ownerOrganization(ctx), body),
    revokeOrganizationServiceToken: async (ctx, { id }) => revoke(ctx, ownerOrganization(ctx), id),
  };
}

/** Removes a user's service tokens in the organization of the context. */
export async function removeTokensOf(parts: Rows, ctx: Context, userId: string): Promise<void> {
  await remove(parts, ctx, await parts.serviceTokens.listOfOwner(ctx, userId));
}

/** The same, with those that the user has made for the organization. */
export async function removeTokensMadeBy(parts: Rows, ctx: Context, userId: string): Promise<void> {
  await removeTokensOf(parts, ctx, userId);
  const ofOrganization = await parts.serviceTokens.listOfOwner(ctx, ownerOrganization(ctx));
  const made = ofOrganization.filter(({ createdBy }) => createdBy === userId);
  await remove(parts, ctx, made);
}

async function remove({ serviceTokens: rows, core }: Rows, ctx: Context, tokens: readonly ServiceToken[]): Promise<void> {
  for (const { id } of tokens) {
    await rows.delete(ctx, id);
    core.database.afterCommit(ctx, () => standingChanged(core.live, id));
  }
}

/** Nobody hands on what they do not have. */
function checkAllowed(ctx: Context, { permissions }: NewServiceToken): void {
  const errors = permissions.flatMap((name, index) =>
    ctx.permissions.has(name) ? [] : [{ pointer: `/permissions/${index}`, detail: `${name} is no permission that you have here.` }],
  );
  if (errors.length > 0) throw problem.forbidden("A service token may do no more than its maker; see `errors`.", { errors });
}

function checkExpiry({ expiresAt }: NewServiceToken, now: Date): void {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left > 0 && left <= longestLife) return;
  throw problem.invalid("A service token ends in the future, a year away at the most.", { pointer: "/expiresAt" });
}

const shown = ({ id, name, permissions, createdAt, createdBy, expiresAt, lastUsedAt }: ServiceToken): ServiceTokenShown => ({
  id,
  name,
  permissions,
  createdAt,
  createdBy,
  expiresAt,
  lastUsedAt,
});
