import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { loadKeys, parseKeys } from "./core/auth/keys.ts";
import { type ServiceTokens, serviceTokens, withServices } from "./core/auth/service-token.ts";
import { AccessTokens } from "./core/auth/tokens.ts";
import type { CoreConfig } from "./core/config/core-settings.ts";
import { ConfigError, readSettings, type Value } from "./core/config/settings.ts";
import { systemContext } from "./core/context/system-context.ts";
import type { SqlDatabase } from "./core/database/database.ts";
import { migrate } from "./core/database/migrations.ts";
import { openDatabase } from "./core/database/open.ts";
import { startPruning } from "./core/database/pruning.ts";
import { apiReference } from "./core/docs/api-reference.ts";
import { openCipher } from "./core/encryption/open-cipher.ts";
import { embeddedEvents } from "./core/events/embedded.ts";
import type { Consumer } from "./core/events/event.ts";
import { jetstream } from "./core/events/jetstream.ts";
import type { EventTables } from "./core/events/tables.ts";
import { type HealthCheck, healthOf, healthRoutes } from "./core/health/health.ts";
import { addressOf } from "./core/http/address-of.ts";
import { type InternalService, internalRoutes } from "./core/http/internal-routes.ts";
import { mount } from "./core/http/mount.ts";
import { openEffects } from "./core/http/open-effects.ts";
import { Remote } from "./core/http/remote.ts";
import { unknownPath } from "./core/http/unknown-path.ts";
import { type LeaseTables, leaseStore } from "./core/leases/lease-store.ts";
import { startAlone } from "./core/leases/start-alone.ts";
import { openLive } from "./core/live/open-live.ts";
import type { TimedMachine } from "./core/machine/machine.ts";
import { startTimeouts } from "./core/machine/timeouts.ts";
import { encryptedMail, type MailTables } from "./core/mail/mail-queue.ts";
import { openMail } from "./core/mail/open-mail.ts";
import { catalogOf } from "./core/modules/catalog.ts";
import type { Background, Core, Domain, Module } from "./core/modules/domain.ts";
import { rolePermissions } from "./core/modules/role-permissions.ts";
import { openNats } from "./core/nats/nats.ts";
import { StartError } from "./core/problems/start-error.ts";
import { placementOf } from "./core/processes/placement.ts";
import { roles as allRoles, type Role } from "./core/processes/role.ts";
import { together } from "./core/processes/together.ts";
import { type Purges, startPurge } from "./core/purge/purge.ts";
import { type OrganizationSettings, organizationSettings } from "./core/settings/organization-settings.ts";
import { settingStore } from "./core/settings/setting-store.ts";
import type { Log } from "./core/telemetry/log.ts";
import { ThreadPool } from "./core/threads/thread-pool.ts";
import { webApp } from "./core/web/web-app.ts";

/** Where the API begins; `servers` in the published document says the same. */
export const basePath = "/api/v1";
/** Where processes of the platform call what only they may. */
const internalPath = "/internal/v1";

// The list's element types differ; here all domains are treated alike.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDomain = Domain<any, any>;

/** What one platform is made of. */
export interface Project {
  /** Every domain, those that others require first: `generated/domains.gen.ts`. */
  readonly domains: readonly AnyDomain[];
  /** The folder that holds `sql/` and `internal/`, with the hand-written modules. */
  readonly root: string;
  /** The folder of built pages, if it has any. */
  readonly pages: string | undefined;
}

export interface PlatformOptions {
  readonly config: CoreConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** What roles allow, in place of what the specs say; for tests. */
  readonly permissionsOf?: (roles: readonly string[]) => Iterable<string>;
  /** What this process does; everything unless told. */
  readonly roles?: readonly Role[];
}

/** All domains, put together: what serves requests, and the work beside them. */
export interface Platform {
  /** `bindings` are the server's: what it knows of the connection. */
  readonly fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  readonly core: Core;
  readonly tokens: AccessTokens;
  /** The service of a domain, for commands and tests. */
  service(domain: string): unknown;
  /** Starts the work beside requests that this process does. */
  start(): Promise<void>;
  /** Begins no more work and ends streams of events; resolves when the work under way is finished or handed over. Requests are served still. */
  drain(): Promise<void>;
  /** Drains, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Opens the database, migrates it, and composes every domain of `openapi/` with its hand-written module, if it has one: it finds
 * them, nobody lists them.
 * @throws ConfigError, or an Error that says what to do, when the platform cannot work as configured.
 */
export async function composePlatform(
  { domains, root, pages }: Project,
  { config, env, log, permissionsOf = rolePermissions(domains), roles = allRoles }: PlatformOptions,
): Promise<Platform> {
  const values = settingsOf(domains, env);
  const placement = placementOf(domains, { served: config.domains, urls: config.domainUrls });
  await usableFolder(config.dataFolder);
  const cipher = await openCipher(config, [{ encrypted: [encryptedMail] }, ...domains]);
  const limits = { poolSize: config.databasePool, idleMilliseconds: config.databaseIdleSeconds * 1000 };
  const database = await openDatabase(config.databaseUrl, cipher === undefined ? limits : { ...limits, cipher });
  await migrate(database, join(root, "sql"), log, ["core", ...domains.map(({ name }) => name)]);

  const nats = config.natsUrl === "" ? undefined : openNats(config.natsUrl, log);
  const live = openLive(config.databaseUrl, nats, log);
  const now = () => new Date();
  const system: Core["system"] = (name, organization) => systemContext(name, organization, log);
  const stream = nats && jetstream(nats);
  const events = embeddedEvents({ database: database as SqlDatabase<EventTables>, live, log, now, system, stream });
  const keys = env.AUTH_SIGNING_KEYS
    ? await parseKeys(env.AUTH_SIGNING_KEYS, "AUTH_SIGNING_KEYS")
    : await loadKeys(join(config.dataFolder, "signing-keys.json"));
  const tokens = new AccessTokens({ keys, issuer: "archwright", audience: "archwright", permissionsOf });
  const { rateLimits, trustedProxies } = config;
  const mail = openMail({ database: database as SqlDatabase<MailTables>, live, log, now, system }, config);
  const settings = organizationSettings({ database, store: settingStore(database), live, system: () => system("settings", "") });
  const { prunable, ...effects } = openEffects({ database, live, system, now, rateLimits, trustedProxies });
  const core: Core = {
    database,
    events: events.log,
    live,
    catalog: catalogOf(domains, (domain) => values.get(domain) ?? {}),
    features: effects.features,
    settings,
    tokens,
    mailer: mail.mailer,
    threads: new ThreadPool(),
    log,
    folder: (domain) => join(config.dataFolder, domain),
    address: addressOf(config),
    system,
    now,
  };

  const app = new Hono();
  const stopping = new AbortController();
  const processes = serviceTokens(keys);
  const authenticate = placement.apart ? withServices(tokens.authenticate, processes) : tokens.authenticate;
  const http = { authenticate, log, stopping: stopping.signal, ...effects };
  const services = new Map<string, unknown>();
  const consumers: Consumer[] = [];
  const timed: TimedMachine[] = [];
  const purges: Purges[] = [];
  const starts: (() => Promise<Background>)[] = [];
  const alone: (() => Promise<Background>)[] = [];
  const elsewhere: Consumer[] = [];
  const internal: InternalService[] = [];
  const checks: HealthCheck[] = [{ name: "database", run: () => database.ping() }];
  for (const domain of domains) {
    if (!placement.serves(domain.name)) {
      // Their methods are called where they are served.
      elsewhere.push(...domain.consumers({}));
      const url = placement.urlOf(domain.name);
      if (url === undefined) continue;
      services.set(domain.name, domain.client(remoteOf(domain.name, url, processes)));
      checks.push(healthOf(domain.name, url));
      continue;
    }
    const module = await moduleOf(root, domain.name);
    const contracts = Object.fromEntries(domain.requires.map((name) => [name, services.get(name)]));
    const repositories = domain.repositories(database, live);
    const given = {
      ...repositories,
      events: domain.events(events.log),
      config: configOf(domain, values.get(domain.name) ?? {}, settings),
      core,
      contracts,
    };
    const parts = { ...given, guards: module?.guards?.(given) };
    const service = module?.service === undefined ? domain.defaults(parts) : module.service(parts);
    assertComplete(domain, service, module);
    services.set(domain.name, service);
    internal.push({ domain: domain.name, operations: domain.internal ?? [], service });
    if (domain.purges !== undefined) purges.push(domain.purges(repositories));
    if (module?.consumers !== undefined) consumers.push(...domain.consumers(module.consumers(parts, service)));
    timed.push(...(domain.timeouts?.(parts) ?? []));
    const { start, startAlone } = module ?? {};
    if (start !== undefined) starts.push(() => start(parts, service));
    if (startAlone !== undefined) alone.push(() => startAlone(parts, service));
    if (roles.includes("api"))
      mount(app, basePath, domain.operations, service, domain.tier === "optional" ? { ...http, optional: domain.name } : http);
  }
  events.subscribe(consumers, elsewhere);

  app.route(
    "/",
    healthRoutes(checks, () => stopping.signal.aborted),
  );
  if (placement.apart && roles.includes("api")) app.route(internalPath, internalRoutes(internal, { tokens: processes, database, log }));
  if (roles.includes("api")) {
    app.route("/", apiReference(`${basePath}/openapi.json`, join(root, "generated/openapi.json")));
    if (mail.page !== undefined) app.route("/", mail.page);
    const web = pages === undefined ? noPages() : webApp(pages);
    app.notFound(unknownPath(app, basePath, http, (c) => web.fetch(c.req.raw)));
  }

  const background: Background[] = [];
  let draining: Promise<unknown> | undefined;
  function drain(): Promise<unknown> {
    stopping.abort();
    draining ??= Promise.all(background.map((work) => work.stop()));
    return draining;
  }
  /** What one process does for all. */
  async function forAll(): Promise<Background> {
    const purging = purges.map((one) => startPurge(core, one, config.purgeDays));
    const pruning = startPruning(prunable, system("pruning", ""));
    const timeouts = startTimeouts({ live, log, system, now }, timed);
    return together([timeouts, ...purging, pruning, events.startRetention(), ...(await Promise.all(alone.map((start) => start())))]);
  }
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    core,
    tokens,
    service: (domain) => services.get(domain),
    async start() {
      if (roles.includes("worker")) {
        background.push(events.start(), mail.start());
        for (const start of starts) background.push(await start());
      }
      if (roles.includes("scheduler")) {
        // Nobody shares an SQLite file: there is nobody to agree with.
        const lease = leaseStore(database as SqlDatabase<LeaseTables>);
        background.push(database.dialect === "postgres" ? startAlone(lease, system("scheduler", ""), "scheduler", forAll) : await forAll());
      }
    },
    async drain() {
      await drain();
    },
    async stop() {
      await drain();
      await core.threads.close();
      await live.close();
      await nats?.close();
      await database.close();
    },
  };
}

/** A domain that another process serves, asked in the name of whoever asks here. */
const remoteOf = (domain: string, url: string, { authorize }: ServiceTokens): Remote =>
  new Remote({ domain, url: url + basePath, internalUrl: url + internalPath, authorize });

const noPages = (): Hono => new Hono().notFound((c) => c.text(`There is nothing here. The API begins at ${basePath}.\n`, 404));

/** Hand-written code of a domain, if there is any: `internal/<domain>/module.ts`. */
async function moduleOf(root: string, domain: string): Promise<Module | undefined> {
  const path = join(root, "internal", domain, "module.ts");
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  const { default: module } = (await import(path)) as { default?: Module };
  if (module === undefined) throw new StartError(`internal/${domain}/module.ts has no default export: see docs/new-domain.md.`);
  return module;
}

/** A domain without a module has what its spec alone decides; that must then be all of it. @throws StartError */
function assertComplete({ name, operations, internal = [], guarded }: AnyDomain, service: unknown, module: Module | undefined): void {
  if (guarded === true && module?.guards === undefined)
    throw new StartError(
      `Nothing says when the transitions of ${name} may be made: write \`guards\` in internal/${name}/module.ts, see docs/new-domain.md.`,
    );
  const all = [...operations.map(({ id }) => id), ...internal];
  const missing = all.filter((id) => typeof (service as Record<string, unknown>)[id] !== "function");
  if (missing.length > 0)
    throw new StartError(`Nothing implements ${missing.join(", ")}: write internal/${name}/module.ts, see docs/new-domain.md.`);
}

/** Every domain's configuration by its name. @throws ConfigError with the problems of all domains. */
function settingsOf(all: readonly AnyDomain[], env: PlatformOptions["env"]): ReadonlyMap<string, Readonly<Record<string, Value>>> {
  const problems: string[] = [];
  const settings = new Map<string, Readonly<Record<string, Value>>>();
  for (const { name, config } of all) {
    try {
      settings.set(name, readSettings(config, env));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

/** A domain's configuration as its code reads it: a value, or a function where organizations set their own. */
function configOf({ name, config }: AnyDomain, values: Readonly<Record<string, Value>>, settings: OrganizationSettings): object {
  const own = config.filter(({ perOrganization }) => perOrganization === true);
  const readers = own.map((setting) => [setting.name, settings.reader(`${name}.${setting.name}`, values[setting.name] ?? setting.default)]);
  return { ...values, ...Object.fromEntries(readers) };
}

/** Makes the data folder, for this user alone: passwords' hashes lie in it. Makes sure that it can be written. @throws ConfigError */
async function usableFolder(folder: string): Promise<void> {
  const failure = await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => access(folder, constants.W_OK))
    .then(() => stat(folder))
    .then(
      (found) => (found.isDirectory() ? undefined : "is not a folder"),
      (error: NodeJS.ErrnoException) =>
        error.code === "EEXIST" || error.code === "ENOTDIR" ? "is not a folder" : `cannot be written (${error.code})`,
    );
  if (failure !== undefined) throw new ConfigError([`DATA_DIR: ${folder} ${failure}. Choose a folder that this user may write to.`]);
}
