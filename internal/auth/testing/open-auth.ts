import type { AuthConfig } from "../../../generated/auth/config.gen.ts";
import { authDomain } from "../../../generated/auth/domain.gen.ts";
import { authEvents } from "../../../generated/auth/events.gen.ts";
import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Membership, OrganizationsService } from "../../../generated/contracts/organizations.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database } from "../../core/database/database.ts";
import { newId } from "../../core/ids/ids.ts";
import { testContext } from "../../core/testing/context.ts";
import { claimsOf, type TestCore, testCore } from "../../core/testing/core.ts";
import { authService } from "../auth-service.ts";
import type { Provider } from "../providers/provider.ts";
import { authTools } from "../tools.ts";

/** A person who has registered, and is signed in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** Their context in the session that registering opened. */
  readonly ctx: Context;
}

/** The domain on one database, with organizations that are only remembered. */
export interface OpenAuth {
  readonly core: TestCore;
  readonly parts: AuthParts;
  readonly service: AuthService;
  readonly nobody: Context;
  /** A new person, whose address is proven unless told. */
  register(about?: { readonly proven?: boolean }): Promise<Person>;
  /** The context of an access token. */
  as(accessToken: string | undefined): Context;
  /** Takes up what was asked for by mail, as the consumer does, each thing once. */
  takeUp(): Promise<void>;
  /** The token at the end of the last link that went to an address. */
  linkTo(email: string): string;
  /** Subjects of what went to an address, in order. */
  mailedTo(email: string): string[];
}

let people = 0;
export const goodPassword = "violet-anvil 47 marmalade";

export function openAuth(database: Database, config: Partial<AuthConfig> = {}, providers: readonly Provider[] = []): OpenAuth {
  const core = testCore(database, "/nowhere");
  const memberships: Membership[] = [];
  const contracts = { organizations: organizationsOf(memberships) };
  const settings = authDomain.config.map(({ name, default: value, perOrganization }) => [
    name,
    perOrganization === true ? core.settings.reader(`auth.${name}`, value) : value,
  ]);
  const defaults = Object.fromEntries(settings) as AuthConfig;
  const parts: AuthParts = {
    ...authDomain.repositories(database),
    events: authEvents(core.events),
    config: { ...defaults, ...config },
    core,
    contracts,
  };
  const tools = authTools(parts);
  const service = authService(parts, tools, new Map(providers.map((provider) => [provider.id, provider])));
  const nobody = testContext({ organization: "", user: null, client: { address: "192.0.2.1", agent: "test" } });
  let takenUp = 0;

  const as = (accessToken: string | undefined): Context => {
    const { user, session, organization, roles } = claimsOf(accessToken ?? "{}");
    return { ...testContext({ organization, roles }), actor: { kind: "user", id: user, session } };
  };
  const lettersTo = (email: string) => core.mailed.filter(({ to }) => to === email);
  const linkTo = (email: string): string =>
    /#(\S+)/.exec(lettersTo(email).findLast(({ text }) => text.includes("#"))?.text ?? "")?.[1] ?? "";

  return {
    core,
    parts,
    service,
    nobody,
    as,
    linkTo,
    mailedTo: (email) => lettersTo(email).map(({ subject }) => subject),
    async register({ proven = true } = {}) {
      const email = `person${++people}@example.com`;
      const { body } = await service.register(nobody, { body: { email, password: goodPassword, name: "Ada" } });
      const ctx = as(body.accessToken);
      if (proven) await service.verifyEmail(ctx, { body: { token: linkTo(email) } });
      return { id: body.user.id, email, password: goodPassword, ctx };
    },
    async takeUp() {
      for (const event of core.appended.slice(takenUp)) {
        takenUp++;
        if (event.type !== "auth.linkRequest.created") continue;
        await database.transact(core.system("auth", ""), (ctx) => tools.linkRequests.answer(ctx, event.aggregate));
      }
    },
  };
}

function organizationsOf(memberships: Membership[]): OrganizationsService {
  const contract: Partial<OrganizationsService> = {
    async createOrganization(_, { body }) {
      const organization = { id: newId("og"), name: body.name };
      const { userId, userName: name, email } = body;
      memberships.push({
        id: newId("mb"),
        organizationId: organization.id,
        userId,
        name,
        email,
        roles: ["owner"],
      } as unknown as Membership);
      return { organization, membership: memberships.at(-1) } as Awaited<ReturnType<OrganizationsService["createOrganization"]>>;
    },
    membershipsOfUser: async (_, { userId }) => memberships.filter((one) => one.userId === userId),
    getOrganization: async (ctx) =>
      ({ id: ctx.organization, name: "Acme" }) as Awaited<ReturnType<OrganizationsService["getOrganization"]>>,
    async describePerson(_, { userId, body }) {
      for (const [index, one] of memberships.entries()) if (one.userId === userId) memberships[index] = { ...one, ...body } as Membership;
    },
  };
  return contract as OrganizationsService;
}
