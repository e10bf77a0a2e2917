import { resolve } from "node:path";
import type { AuthConfig } from "../../../generated/auth/config.gen.ts";
import { authDomain } from "../../../generated/auth/domain.gen.ts";
import { authEvents } from "../../../generated/auth/events.gen.ts";
import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Membership, NewOrganization, OrganizationsService } from "../../../generated/contracts/organizations.gen.ts";
import { hashPassword } from "../../core/auth/passwords.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database, Dialect } from "../../core/database/database.ts";
import { MemoryDatabase } from "../../core/database/memory.ts";
import { migrate } from "../../core/database/migrations.ts";
import { openDatabase } from "../../core/database/open.ts";
import { missing } from "../../core/database/rows.ts";
import { newId } from "../../core/ids/ids.ts";
import { silentLog, testContext } from "../../core/testing/context.ts";
import { claimsOf, type TestCore, testCore } from "../../core/testing/core.ts";
import { createTestDatabase } from "../../core/testing/test-databases.ts";
import { authService } from "../auth-service.ts";
import type { Provider } from "../providers/provider.ts";
import { sessions } from "../sessions.ts";
import { person } from "../sign-in-answer.ts";
import { type AuthTools, authTools } from "../tools.ts";

export const password = "correct horse battery";
export const day = 24 * 3600 * 1000;

const client = { address: "198.51.100.7", agent: "Firefox" };
/** Somebody without a token. */
export const nobody = testContext({ organization: "", user: null, client });
/** The same, from another address. */
export const stranger = testContext({ organization: "", user: null, client: { ...client, address: "203.0.113.9" } });
/** The same, of whom nothing is known. */
export const unknown = testContext({ organization: "", user: null });

const hashed = hashPassword(password);

/** What a sign-in gave, with its tokens. */
export interface Entered {
  readonly email: string;
  readonly user: { readonly id: string };
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The service on one database, with organizations that the test keeps, and people to try it with. */
export class Desk {
  readonly core: TestCore;
  readonly parts: AuthParts;
  readonly tools: AuthTools;
  readonly service: AuthService;
  readonly memberships: Membership[] = [];
  /** By person, the teams that they belong to. */
  readonly teams = new Map<string, readonly string[]>();
  /** Organizations that are gone. */
  readonly deleted = new Set<string>();
  #people = 0;

  constructor(database: Database, config: Partial<AuthConfig> = {}, providers: readonly Provider[] = []) {
    const core = testCore(database, "/nowhere");
    const roles = new Map([
      ["owner", new Set(["things.read", "things.write"])],
      ["viewer", new Set(["things.read"])],
      ["lead", new Set(["things.read", "organizations.teams"])],
    ]);
    this.core = { ...core, catalog: { ...core.catalog, roles } };
    this.parts = {
      ...authDomain.repositories(database),
      events: authEvents(core.events),
      config: { ...presets(core), ...config },
      core: this.core,
      contracts: { organizations: this.#organizations() },
    };
    this.tools = authTools(this.parts);
    this.service = authService(this.parts, this.tools, new Map(providers.map((provider) => [provider.id, provider])));
  }

  person = () => ({ email: `ada${++this.#people}@example.com`, password, name: "Ada" });

  /** What registering leaves, without its work. */
  async register(): Promise<Entered> {
    const { email, name } = this.person();
    const user = await this.parts.users.insert(nobody, { email, name, passwordHash: await hashed });
    const body = { name, userId: user.id, userName: name, email };
    await this.parts.contracts.organizations.createOrganization(nobody, { body });
    const pair = await sessions(this.parts).open(nobody, user, { methods: ["pwd"], keep: "body" });
    return { email, ...pair, user: person(user) };
  }

  async signIn(email: string): Promise<Entered> {
    const { body } = await this.service.signIn(nobody, { body: { email, password } });
    return { email, ...tokensOf(body) };
  }

  /** A browser's session: its cookies. */
  async signInWithCookies(email: string) {
    const { body, headers } = await this.service.signIn(nobody, { body: { email, password, keep: "cookie" } });
    return { body, ...cookiesOf(headers["Set-Cookie"]) };
  }

  async refresh(refreshToken: string, ctx = nobody): Promise<Omit<Entered, "email"> & { readonly user: { readonly email: string } }> {
    const { body } = await this.service.refresh(ctx, { body: { refreshToken } });
    return tokensOf(body);
  }

  /** The context of whoever shows this access token. */
  as(token: string, permissions: readonly string[] = []): Context {
    const { user, session, organization, roles } = claimsOf(token);
    return { ...testContext({ organization, roles, client, permissions }), actor: { kind: "user", id: user, session } };
  }

  standingOf(token: string, organization = claimsOf(token).organization) {
    const { user, session } = claimsOf(token);
    return this.service.sessionStanding(nobody, { user, session, organization });
  }

  setRoles(userId: string, roles: readonly string[]): void {
    const index = this.memberships.findIndex((one) => one.userId === userId);
    const before = this.memberships[index];
    if (before !== undefined) this.memberships[index] = { ...before, roles } as Membership;
  }

  leave(userId: string): void {
    const index = this.memberships.findIndex((one) => one.userId === userId);
    this.memberships.splice(index, 1);
  }

  #organizations(): OrganizationsService {
    type Used = "createOrganization" | "membershipsOfUser" | "permissionsOf" | "getOrganization" | "describePerson";
    const contract: Pick<OrganizationsService, Used> = {
      createOrganization: async (_, { body }) => {
        const organization = { id: newId("og"), name: body.name };
        this.memberships.push(ownerOf(organization.id, body));
        return { organization, membership: this.memberships.at(-1) } as Awaited<ReturnType<OrganizationsService["createOrganization"]>>;
      },
      membershipsOfUser: async (_, { userId }) => this.memberships.filter((one) => one.userId === userId),
      permissionsOf: async (_, { organizationId, userId }) => {
        const found = this.memberships.find((one) => one.userId === userId && one.organizationId === organizationId);
        const roles = found?.roles ?? [];
        const permissions = roles.flatMap((role) => [...(this.core.catalog.roles.get(role) ?? [])]);
        return { member: found !== undefined, roles, permissions, teams: this.teams.get(userId) ?? [] };
      },
      describePerson: async (_, { userId, body }) => {
        for (const [index, one] of this.memberships.entries())
          if (one.userId === userId) this.memberships[index] = { ...one, ...body } as Membership;
      },
      getOrganization: async (ctx) => {
        if (this.deleted.has(ctx.organization)) throw missing("Organization", ctx.organization);
        return { id: ctx.organization, name: "Acme" } as Awaited<ReturnType<OrganizationsService["getOrganization"]>>;
      },
    };
    return contract as OrganizationsService;
  }
}

/** What every setting is unless told, as the platform hands it over. */
function presets(core: TestCore): AuthConfig {
  const settings = authDomain.config.map(({ name, default: value, perOrganization }) => [
    name,
    perOrganization === true ? core.settings.reader(`auth.${name}`, value) : value,
  ]);
  return Object.fromEntries(settings) as AuthConfig;
}

const ownerOf = (organizationId: string, { userId, userName, email }: NewOrganization): Membership =>
  ({ id: newId("mb"), organizationId, userId, name: userName, email, roles: ["owner"] }) as unknown as Membership;

function tokensOf<Body extends { readonly accessToken?: string; readonly refreshToken?: string }>(body: Body) {
  return { ...body, accessToken: String(body.accessToken), refreshToken: String(body.refreshToken) };
}

/** The values of a browser's cookies after this answer. */
export function cookiesOf(headers: readonly string[] = []): { access: string; refresh: string; csrf: string; known: string } {
  const [access = "", refresh = "", csrf = "", known = ""] = headers.map((header) => /^[^=]+=([^;]*)/.exec(header)?.[1] ?? "");
  return { access, refresh, csrf, known };
}

/** A database that nobody has registered in. */
export async function openFresh(dialect: Dialect): Promise<{ readonly database: Database; close(): Promise<void> }> {
  if (dialect === "memory") return { database: new MemoryDatabase(), close: async () => {} };
  const place = await createTestDatabase(dialect);
  const fresh = await openDatabase(place.url);
  await migrate(fresh, resolve("sql"), silentLog);
  const close = async () => {
    await fresh.close();
    await place.remove();
  };
  return { database: fresh, close };
}
