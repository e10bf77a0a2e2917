import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { Context } from "../core/context/context.ts";
import { problem } from "../core/problems/problem.ts";
import { person } from "./sign-in-answer.ts";
import type { AuthTools } from "./tools.ts";

type PlaceOperations = Pick<AuthService, "switchOrganization" | "foundOrganization" | "joinOrganization">;

/**
 * Where a person acts: in one organization of theirs at a time. What brings them into another answers with an access token for it, so
 * that no second request has to.
 */
export function placeOperations(
  { contracts, config, core }: AuthParts,
  { self, sessions }: Pick<AuthTools, "self" | "sessions">,
): PlaceOperations {
  const { organizations } = contracts;

  async function moved(ctx: Context, organization: string) {
    if (ctx.actor.kind !== "user") throw problem.forbidden("Only the session of a person changes its organization.");
    const { user, accessToken, inCookies } = await sessions.moveTo(ctx, ctx.actor.session, organization);
    const signedIn = { expiresIn: config.accessTokenSeconds, user: person(user) };
    return inCookies
      ? { body: signedIn, headers: { "Set-Cookie": core.cookies.renew({ access: accessToken, accessSeconds: config.accessTokenSeconds }) } }
      : { body: { ...signedIn, accessToken }, headers: {} };
  }

  return {
    switchOrganization: (ctx, { body: { organization } }) => moved(ctx, organization),

    foundOrganization: (ctx, { body: { name } }) =>
      core.database.transact(ctx, async (ctx) => {
        const { id, name: userName, email } = await self(ctx);
        const { organization } = await organizations.createOrganization(ctx, { body: { name, userId: id, userName, email } });
        return moved(ctx, organization.id);
      }),

    joinOrganization: (ctx, { body: { invitation } }) =>
      core.database.transact(ctx, async (ctx) => {
        const { id, name, email } = await self(ctx);
        const body = { token: invitation, userId: id, userName: name, email };
        const { organizationId } = await organizations.acceptInvitation(ctx, { body });
        return moved(ctx, organizationId);
      }),
  };
}
