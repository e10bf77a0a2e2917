import { randomBytes } from "node:crypto";
import type { AuthService } from "../generated/contracts/auth.gen.ts";
import { sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import type { Context } from "../internal/core/context/context.ts";
import { Problem } from "../internal/core/problems/problem.ts";
import { StartError } from "../internal/core/problems/start-error.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";
import { openPlatform } from "../internal/project.ts";

type Verb = (auth: AuthService, ctx: Context, email: string, name: string) => Promise<string>;

/** What can be done with accounts; each needs an address, but the list. */
const verbs: Readonly<Record<string, Verb>> = {
  async list(auth, ctx) {
    const accounts = await auth.listUsers(ctx);
    const lines = accounts.map(
      ({ id, email, name, administrator, disabled, createdAt }) =>
        `${id}  ${createdAt}  ${email}  ${name}${administrator ? "  (administrator)" : ""}${disabled ? "  (disabled)" : ""}`,
    );
    return lines.length === 0 ? "Nobody has an account." : lines.join("\n");
  },
  async create(auth, ctx, email, name) {
    const password = newPassword();
    const { id } = await auth.createUser(ctx, { body: { email, name, password } });
    return `${email} has an account now, ${id}, with the password ${password}. It is not shown again.`;
  },
  async "reset-password"(auth, ctx, email) {
    const password = newPassword();
    await auth.setPassword(ctx, { email, body: { password } });
    return `${email} has the password ${password} now, and all its sessions have ended. It is not shown again.`;
  },
  async "reset-factors"(auth, ctx, email) {
    await auth.resetSecondFactor(ctx, { body: { email } });
    return `${email} has no second factor and no passkey any more, and all its sessions have ended. Its owner is told by mail.`;
  },
  async "sign-out"(auth, ctx, email) {
    await auth.endSessions(ctx, { email });
    return `All sessions of ${email} have ended.`;
  },
  async disable(auth, ctx, email) {
    await auth.setDisabled(ctx, { email, body: { disabled: true } });
    return `Nobody signs in to the account of ${email} any more. Its sessions have ended, its service tokens do nothing, and its owner is told by mail.`;
  },
  async enable(auth, ctx, email) {
    await auth.setDisabled(ctx, { email, body: { disabled: false } });
    return `${email} may sign in again.`;
  },
  async "make-administrator"(auth, ctx, email) {
    await auth.setAdministrator(ctx, { email, body: { administrator: true } });
    return `${email} runs the platform now.`;
  },
  async "unmake-administrator"(auth, ctx, email) {
    await auth.setAdministrator(ctx, { email, body: { administrator: false } });
    return `${email} does not run the platform any more.`;
  },
};

const newPassword = (): string => randomBytes(15).toString("base64url");

/**
 * `list`, `create <email> <name>`, and with an `<email>` alone `reset-password`, `reset-factors`, `sign-out`, `disable`, `enable`,
 * `make-administrator`, `unmake-administrator`.
 * @throws StartError when that is not what was asked, or the account is not as it has to be
 */
export async function userChore([verb = "", email = "", ...words]: readonly string[]): Promise<string> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  const name = words.join(" ");
  if (run === undefined || (verb !== "list" && !email.includes("@")) || (verb === "create" && name === ""))
    throw new StartError(
      "usage: node cmd/admin.ts users list | create <email> <name> | reset-password <email> | reset-factors <email> | sign-out <email> | disable <email> | enable <email> | make-administrator <email> | unmake-administrator <email>",
    );
  const config = readCoreConfig(process.env);
  const platform = await openPlatform({ config, env: process.env, log: createLog(config.logLevel, sensitive) });
  try {
    return await run(platform.service("auth") as AuthService, platform.core.system("admin", ""), email, name);
  } catch (error) {
    if (error instanceof Problem && error.status < 500) throw new StartError(error.message);
    throw error;
  } finally {
    await platform.stop();
  }
}
