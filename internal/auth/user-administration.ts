import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { Account, User } from "../../generated/auth/types.gen.ts";
import { hashPassword } from "../core/auth/passwords.ts";
import { standingChanged } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { missing } from "../core/database/rows.ts";
import { actingAs } from "./acting-as.ts";
import { normalEmail } from "./email.ts";
import { checkPassword } from "./password-rules.ts";
import type { AuthTools } from "./tools.ts";

type Operations = Pick<AuthService, "listUsers" | "createUser" | "setPassword" | "setAdministrator" | "setDisabled" | "endSessions">;

/** What whoever runs the platform does with accounts; for commands, never for requests. */
export function userAdministration(
  { users, events, contracts, core }: Pick<AuthParts, "users" | "events" | "contracts" | "core">,
  { sessions, devices, announce }: Pick<AuthTools, "sessions" | "devices" | "announce">,
): Operations {
  async function existing(ctx: Context, email: string): Promise<User> {
    const user = await users.findByEmail(ctx, normalEmail(email));
    if (user === undefined) throw missing("User", email);
    return user;
  }

  return {
    async listUsers(ctx) {
      const found: Account[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof users.list>> = await users.list(ctx, {
          sort: "createdAt",
          limit: 200,
          ...(cursor === null ? {} : { cursor }),
        });
        found.push(...page.items.map(account));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found;
    },

    async createUser(ctx, { body: { email, name, password } }) {
      await checkPassword(password, [email, name]);
      const passwordHash = await hashPassword(password);
      return core.database.transact(ctx, async (ctx) => {
        const user = await users.insert(ctx, { email: normalEmail(email), name, passwordHash });
        const own = actingAs(ctx, user.id);
        await events.userCreated(own, user);
        await contracts.organizations.createOrganization(own, { body: { name, userId: user.id, userName: name, email: user.email } });
        return account(user);
      });
    },

    async setPassword(ctx, { email, body: { password } }) {
      const user = await existing(ctx, email);
      await checkPassword(password, [user.email, user.name]);
      const passwordHash = await hashPassword(password);
      await core.database.transact(ctx, async (ctx) => {
        await users.update(ctx, user.id, { passwordHash });
        const own = actingAs(ctx, user.id);
        await devices.forgetAll(own);
        await sessions.endAll(own, undefined);
        await announce(ctx, user, "passwordSet");
      });
    },

    async endSessions(ctx, { email }) {
      const { id } = await existing(ctx, email);
      await sessions.endAll(actingAs(ctx, id), undefined);
    },

    async setAdministrator(ctx, { email, body: { administrator } }) {
      const { id } = await existing(ctx, email);
      await users.update(ctx, id, { administrator });
      standingChanged(core.live, id);
    },

    async setDisabled(ctx, { email, body: { disabled } }) {
      const user = await existing(ctx, email);
      if (disabled === (user.disabledAt !== null)) return;
      await core.database.transact(ctx, async (ctx) => {
        await users.update(ctx, user.id, { disabledAt: disabled ? core.now().toISOString() : null }, user.version);
        const own = actingAs(ctx, user.id);
        await devices.forgetAll(own);
        await sessions.endAll(own, undefined);
        await announce(ctx, user, disabled ? "accountDisabled" : "accountEnabled");
        // Service tokens have no session that ends.
        core.database.afterCommit(ctx, () => standingChanged(core.live, user.id));
      });
    },
  };
}

const account = ({ id, email, name, administrator, disabledAt, createdAt }: User): Account => ({
  id,
  email,
  name,
  administrator,
  createdAt,
  disabled: disabledAt !== null,
});
