import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import type { Invitation, Membership } from "../../generated/organizations/types.gen.ts";
import { invitationView } from "../../generated/organizations/views.gen.ts";
import type { Context } from "../core/context/context.ts";
import { missing, ownerUser } from "../core/database/rows.ts";
import { type Problem, problem } from "../core/problems/problem.ts";
import { currentOrganization, inside } from "./current-organization.ts";
import { checkGrant } from "./granting.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { invitationTokenHash, newInvitationToken } from "./invitation-token.ts";
import { membersLock } from "./members-lock.ts";
import { ownerRole, type Standings } from "./standing.ts";

const day = 24 * 3_600_000;

type InvitationOperations = Pick<OrganizationsService, "inviteMember" | "resendInvitation" | "lookUpInvitation" | "acceptInvitation">;

/** Offers to join. An invitation is there as long as it is open: accepted or revoked, it is gone, and its token with it. */
export function invitationOperations(parts: OrganizationsParts, standings: Standings): InvitationOperations {
  const { memberships, teams, teamMembers, invitations, events, config, core } = parts;
  const lock = membersLock(core.database);

  /** Sends the link, once the transaction has committed. The token is in the fragment, which no server and no log ever sees. */
  async function post(ctx: Context, { email }: Invitation, token: string, days: number): Promise<void> {
    const organization = await currentOrganization(parts, ctx);
    const inviter = await memberships.findByUser(ctx, ownerUser(ctx));
    const url = core.address(`/invitation#${token}`);
    const names = { organization: organization.name, invitedBy: inviter?.name ?? organization.name };
    await core.mailer.send(ctx, invitationLetter({ to: email, url, days, ...names }));
  }

  const expiry = (days: number): string => new Date(core.now().getTime() + days * day).toISOString();

  async function checkTeams(ctx: Context, ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      if ((await teams.find(ctx, id)) === undefined)
        throw problem.invalid("There is no such team in this organization.", { pointer: `/teams/${index}` });
    }
  }

  /**
   * The invitation of a token, with the context of its organization. One answer for whatever is wrong with it: who guesses learns nothing.
   * It holds only as long as whoever sent it may give its roles.
   */
  async function open(ctx: Context, token: string): Promise<{ readonly there: Context; readonly invitation: Invitation }> {
    const invitation = await invitations.findByHash(ctx, invitationTokenHash(token));
    if (invitation === undefined || invitation.expiresAt <= core.now().toISOString()) throw notGood();
    const there = inside(ctx, invitation.organizationId);
    const sender = await standings.of(there, invitation.invitedBy);
    if (!sender.member) throw notGood();
    const giver = { owner: sender.roles.includes(ownerRole), may: (permission: string) => sender.permissions.includes(permission) };
    await checkGrant(standings, there, giver, { roles: invitation.roles }).catch((cause) => {
      throw notGood(cause);
    });
    return { there, invitation };
  }

  async function join(ctx: Context, { roles, teams: promised }: Invitation, person: Pick<Membership, "userId" | "name" | "email">) {
    const known = await memberships.findByUser(ctx, person.userId);
    const membership = known ?? (await memberships.insert(ctx, { ...person, roles, owner: roles.includes(ownerRole) }));
    if (known === undefined) await events.membershipCreated(ctx, membership);
    for (const id of promised) {
      const team = await teams.find(ctx, id);
      if (team === undefined || (await teamMembers.findOfTeam(ctx, team.id, membership.id)) !== undefined) continue;
      const place = await teamMembers.insert(ctx, { teamId: team.id, membershipId: membership.id, userId: membership.userId });
      await events.teamMemberCreated(ctx, place);
    }
    return membership;
  }

  return {
    inviteMember(ctx, { body }) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const email = body.email.trim().toLowerCase();
        await checkGrant(standings, ctx, await standings.caller(ctx, "organizations.members"), { roles: body.roles });
        await checkTeams(ctx, body.teams ?? []);
        const [member] = (await memberships.list(ctx, { filter: { email: { eq: email } }, limit: 1 })).items;
        if (member !== undefined) throw problem.conflict("Somebody with this address is a member already.", { pointer: "/email" });
        if ((await invitations.findByEmail(ctx, email)) !== undefined)
          throw problem.conflict("This address is invited already. Send the invitation again, or revoke it first.", { pointer: "/email" });
        const token = newInvitationToken();
        const days = await config.invitationDays(ctx);
        const invitation = await invitations.insert(ctx, {
          email,
          roles: body.roles,
          teams: body.teams ?? [],
          invitedBy: ownerUser(ctx) as Invitation["invitedBy"],
          tokenHash: invitationTokenHash(token),
          expiresAt: expiry(days),
        });
        await events.invitationCreated(ctx, invitation);
        await post(ctx, invitation, token, days);
        return invitationView(invitation);
      });
    },

    resendInvitation(ctx, { id }) {
      return core.database.transact(ctx, async (ctx) => {
        await lock(ctx);
        const before = await invitations.find(ctx, id);
        if (before === undefined) throw missing("Invitation", id);
        // Whoever sends it again stands for it from now on.
        await checkGrant(standings, ctx, await standings.caller(ctx, "organizations.members"), { roles: before.roles });
        const token = newInvitationToken();
        const days = await config.invitationDays(ctx);
        const invitation = await invitations.update(ctx, before.id, {
          invitedBy: ownerUser(ctx) as Invitation["invitedBy"],
          tokenHash: invitationTokenHash(token),
          expiresAt: expiry(days),
        });
        await events.invitationUpdated(ctx, invitation);
        await post(ctx, invitation, token, days);
        return invitationView(invitation);
      });
    },

    async lookUpInvitation(ctx, { body: { token } }) {
      const { there, invitation } = await open(ctx, token);
      const { name } = await currentOrganization(parts, there);
      const inviter = await memberships.findByUser(there, invitation.invitedBy);
      return { organization: name, email: invitation.email, invitedBy: inviter?.name ?? name, expiresAt: invitation.expiresAt };
    },

    acceptInvitation(ctx, { body: { token, userId, userName, email } }) {
      return core.database.transact(ctx, async (ctx) => {
        const found = await open(ctx, token);
        // Read again under the lock: of two who accept at once, or one who accepts while it is revoked, one finds it gone.
        await lock(found.there);
        const { there, invitation } = await open(ctx, token);
        if (email !== invitation.email)
          throw problem.forbidden("This invitation was sent to another address. Sign in with the account that has it.");
        const membership = await join(there, invitation, { userId, name: userName, email });
        await events.invitationDeleted(there, await invitations.delete(there, invitation.id));
        return membership;
      });
    },
  };
}

const notGood = (cause?: unknown): Problem =>
  problem.notFound("This invitation is not valid, or not any more. Ask whoever invited you for a new one.", { cause });
