import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import { hashPassword, passwordMatches } from "../../core/auth/passwords.ts";
import type { Context } from "../../core/context/context.ts";
import { problem } from "../../core/problems/problem.ts";
import { accountLimit } from "../../core/rate-limit/account-limit.ts";
import { normalEmail } from "../email.ts";
import { sendVerification } from "../links/link-operations.ts";
import { checkPassword } from "../password-rules.ts";
import { signInAnswer } from "../sign-in-answer.ts";
import type { AuthTools } from "../tools.ts";

type Operations = Pick<AuthService, "getSetup" | "register" | "signUp" | "confirmSignUp">;

/**
 * How accounts begin: at once, where that tells nobody anything about an address; else with a link that goes there, and one answer whether
 * it has an account or not.
 */
export function signUpOperations(parts: AuthParts, tools: AuthTools): Operations {
  const { contracts, core } = parts;
  const { accounts, sessions, signUps } = tools;
  const answer = signInAnswer(parts, sessions);
  const countSignUp = accountLimit(core.rateLimiter, { what: "signUp", limit: 5, windowSeconds: 300 });

  async function checkInvited(ctx: Context, token: string, email: string): Promise<void> {
    const invitation = await contracts.organizations.lookUpInvitation(ctx, { body: { token } });
    if (invitation.email !== normalEmail(email))
      throw problem.invalid("The invitation was sent to another address. Use that one.", { pointer: "/email" });
  }

  return {
    getSetup: accounts.setup,

    async register(ctx, { body }) {
      // Whoever is invited may come in; before anything is told of the address, the invitation must be good, and to it.
      if (body.invitation !== undefined) await checkInvited(ctx, body.invitation, body.email);
      else await accounts.checkOpen(ctx, { proven: false });
      await checkPassword(body.password, [body.email, body.name, body.organization ?? ""]);
      // Before the transaction: it takes as long as it takes on purpose, and nobody else should wait for it.
      const passwordHash = await hashPassword(body.password);
      const pair = await core.database.transact(ctx, async (ctx) => {
        const { name, organization, invitation } = body;
        // An invitation has come by mail: who holds it has shown that the address is theirs.
        const emailVerifiedAt = invitation === undefined ? null : core.now().toISOString();
        const account = { email: normalEmail(body.email), name, organization, invitation, passwordHash, emailVerifiedAt };
        const user = await accounts.create(ctx, account);
        if (emailVerifiedAt === null) await sendVerification(ctx, tools, core, user);
        return sessions.open(ctx, user, { methods: ["pwd"], keep: body.keep ?? "body" });
      });
      return answer(pair);
    },

    async signUp(ctx, { body: { email: given, password, name, organization } }) {
      await accounts.checkOpen(ctx, { proven: true });
      if (core.mailer.ends === "nowhere") throw withoutMail();
      await checkPassword(password, [given, name, organization ?? ""]);
      const email = normalEmail(given);
      await countSignUp(email);
      await signUps.ask(ctx, { email, name, organization, passwordHash: await hashPassword(password) });
    },

    async confirmSignUp(ctx, { body: { token, password, keep = "body" } }) {
      const asked = await signUps.look(ctx, token);
      // The link alone makes no account: whoever asked with somebody else's address would have chosen its password.
      if (!(await passwordMatches(asked.passwordHash, password)))
        throw problem.invalid("This is not the password that was chosen when the account was asked for.", { pointer: "/password" });
      const pair = await core.database.transact(ctx, async (ctx) => {
        await signUps.use(ctx, asked);
        const { email, name, passwordHash } = asked;
        const organization = asked.organization ?? undefined;
        const user = await accounts.create(ctx, { email, name, organization, passwordHash, emailVerifiedAt: core.now().toISOString() });
        return sessions.open(ctx, user, { methods: ["pwd"], keep });
      });
      return answer(pair);
    },
  };
}

const withoutMail = () =>
  problem.forbidden("This installation sends no mail, so nobody can confirm an address. Ask whoever runs it for an account.");
