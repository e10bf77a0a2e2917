import { join } from "node:path";
import { Hono } from "hono";
import { authentication } from "./core/auth/authentication.ts";
import { jwksRoute } from "./core/auth/jwks.ts";
import { fileKeys, fixedKeys } from "./core/auth/key-ring.ts";
import { parseKeys } from "./core/auth/keys.ts";
import { processTokens, withProcesses } from "./core/auth/process-token.ts";
import { sessionCookies } from "./core/auth/session-cookies.ts";
import type { StandingSource } from "./core/auth/standing.ts";
import { standingSource } from "./core/auth/standing-source.ts";
import { AccessTokens } from "./core/auth/tokens.ts";
import type { CoreConfig } from "./core/config/core-settings.ts";
import { configOf, settingsOf } from "./core/config/domain-settings.ts";
import { isLocal } from "./core/config/is-local.ts";
import { usableFolder } from "./core/config/usable-folder.ts";
import { systemContext } from "./core/context/system-context.ts";
import type { SqlDatabase } from "./core/database/database.ts";
import { openMigrated } from "./core/database/open-migrated.ts";
import { startPruning } from "./core/database/pruning.ts";
import { type Searched, startReindex } from "./core/database/reindex.ts";
import { tracedDatabase } from "./core/database/traced.ts";
import { apiReference } from "./core/docs/api-reference.ts";
import type { EmbeddedRows } from "./core/embedding/embed-due.ts";
import type { Embedder } from "./core/embedding/embedder.ts";
import { hashedNgrams } from "./core/embedding/hashed-ngrams.ts";
import { startEmbedding } from "./core/embedding/start-embedding.ts";
import { openCipher } from "./core/encryption/open-cipher.ts";
import { embeddedEvents } from "./core/events/embedded.ts";
import type { Consumer } from "./core/events/event.ts";
import { jetstream } from "./core/events/jetstream.ts";
import { watchEvents } from "./core/events/lag.ts";
import type { EventTables } from "./core/events/tables.ts";
import { tracedConsumer, tracedLog } from "./core/events/traced.ts";
import { type HealthCheck, healthOf, healthRoutes, replicaHealth } from "./core/health/health.ts";
import { administrationIn } from "./core/http/across-tenants.ts";
import { addressOf } from "./core/http/address-of.ts";
import { type InternalService, internalPath, internalRoutes } from "./core/http/internal-routes.ts";
import { type HttpParts, mount } from "./core/http/mount.ts";
import { openEffects } from "./core/http/open-effects.ts";
import { remoteDomain } from "./core/http/remote-domain.ts";
import { seenBy } from "./core/http/seen.ts";
import type { TellProblem } from "./core/http/tell-problem.ts";
import { unknownPath } from "./core/http/unknown-path.ts";
import { type LeaseTables, leaseStore } from "./core/leases/lease-store.ts";
import { startAlone } from "./core/leases/start-alone.ts";
import { openLive } from "./core/live/open-live.ts";
import type { TimedMachine } from "./core/machine/machine.ts";
import { startTimeouts } from "./core/machine/timeouts.ts";
import { encryptedMail, type MailTables } from "./core/mail/mail-queue.ts";
import { openMail } from "./core/mail/open-mail.ts";
import { catalogOf } from "./core/modules/catalog.ts";
import type { Background, Core, Domain } from "./core/modules/domain.ts";
import { assertComplete, keptOf, moduleOf } from "./core/modules/load-module.ts";
import { openNats } from "./core/nats/nats.ts";
import { placementOf } from "./core/processes/placement.ts";
import { roles as allRoles, type Role } from "./core/processes/role.ts";
import { together } from "./core/processes/together.ts";
import { type Purges, startPurge } from "./core/purge/purge.ts";
import { type KeptOfOrganizations, type PurgeOrganization, purgeOrganization } from "./core/purge/purge-organization.ts";
import { organizationSettings } from "./core/settings/organization-settings.ts";
import { settingStore } from "./core/settings/setting-store.ts";
import type { Log } from "./core/telemetry/log.ts";
import { metricsRoutes } from "./core/telemetry/metrics-routes.ts";
import { openTracing } from "./core/telemetry/open-tracing.ts";
import { prometheus } from "./core/telemetry/prometheus.ts";
import { noTracing } from "./core/telemetry/tracing.ts";
import { watchDatabase, watchLease, watchReplica, watchRequests } from "./core/telemetry/watched.ts";
import { ThreadPool } from "./core/threads/thread-pool.ts";
import { noPages } from "./core/web/no-pages.ts";
import { webApp } from "./core/web/web-app.ts";

/** The file of signing keys, unless AUTH_SIGNING_KEYS holds them. */
export const signingKeysIn = (dataFolder: string): string => join(dataFolder, "signing-keys.json");

// The list's element types differ; here all domains are treated alike.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDomain = Domain<any, any>;

/** What one platform is made of. */
export interface Project {
  /** Every domain, those that others require first: `generated/domains.gen.ts`. */
  readonly domains: readonly AnyDomain[];
  /** Where the API begins: `/api/v1`; `generated/domains.gen.ts` says it, as does the published document. */
  readonly basePath: string;
  /** The folder that holds `sql/` and `internal/`, with the hand-written modules. */
  readonly root: string;
  /** The folder of built pages, if it has any. */
  readonly pages: string | undefined;
  /** What stands before a token in an Authorization header, beside `Bearer`. */
  readonly tokenScheme?: string;
  /** How problems are told, where not as documents of RFC 9457. */
  readonly tell?: TellProblem;
  /** What makes vectors of texts, where not the built-in one, which counts words and parts of them: a model. */
  readonly embedder?: Embedder;
}

export interface PlatformOptions {
  readonly config: CoreConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** What callers may do, in place of what the domain that keeps sessions says; for tests. */
  readonly standings?: StandingSource;
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
  { domains, basePath, root, pages, tokenScheme, tell, embedder = hashedNgrams }: Project,
  { config, env, log, standings, roles = allRoles }: PlatformOptions,
): Promise<Platform> {
  const values = settingsOf(domains, env);
  const placement = placementOf(domains, { served: config.domains, urls: config.domainUrls });
  await usableFolder(config.dataFolder);
  const cipher = await openCipher(config, [{ encrypted: [encryptedMail] }, ...domains]);
  const schema = { root, domains: ["core", ...domains.map(({ name }) => name)] };
  const spans = await openTracing(env, log);
  const tracing = spans ?? noTracing;
  // Only requests are answered by a replica.
  const databases = roles.includes("api") ? config : { ...config, databaseReplicaUrl: "" };
  const opened = await openMigrated(databases, schema, log, cipher);
  const database = spans === undefined ? opened : tracedDatabase(opened as SqlDatabase<object>, spans);

  const nats = config.natsUrl === "" ? undefined : openNats(config.natsUrl, log);
  const live = openLive(config.databaseUrl, nats, log);
  const metrics = await prometheus(log);
  const now = () => new Date();
  const system: Core["system"] = (name, organization) => systemContext(name, organization, log);
  const stream = nats && jetstream(nats);
  const events = embeddedEvents({ database: database as SqlDatabase<EventTables>, live, log, now, system, stream });
  const { replica } = database;
  watchDatabase(metrics, database);
  watchReplica(metrics, replica);
  watchEvents(metrics, database as SqlDatabase<EventTables>, system("metrics", ""), now, events.consumers);
  const keys = env.AUTH_SIGNING_KEYS
    ? fixedKeys(await parseKeys(env.AUTH_SIGNING_KEYS, "AUTH_SIGNING_KEYS"))
    : await fileKeys(signingKeysIn(config.dataFolder), log);
  const tokens = new AccessTokens({ keys, issuer: "archwright", audience: "archwright" });
  const https = config.publicUrl.startsWith("https:");
  const cookies = sessionCookies({ secure: config.secureCookies, https, signInPath: `${basePath}/auth` });
  const { rateLimits, trustedProxies } = config;
  const mail = openMail({ database: database as SqlDatabase<MailTables>, live, log, now, system }, config);
  const settings = organizationSettings({ database, store: settingStore(database), live, system: () => system("settings", "") });
  const { prunable, ...effects } = openEffects({ database, live, system, now, rateLimits, trustedProxies });
  // Known once every domain is put together; nobody asks before.
  const kept: KeptOfOrganizations[] = [];
  let purge: PurgeOrganization = () => Promise.reject(new Error("The platform is not put together yet."));
  const core: Core = {
    database,
    events: spans === undefined ? events.log : tracedLog(events.log, spans),
    live,
    catalog: catalogOf(domains, (domain) => values.get(domain) ?? {}),
    features: effects.features,
    settings,
    tokens,
    cookies,
    rateLimiter: effects.rateLimiter,
    mailer: mail.mailer,
    embedder,
    threads: new ThreadPool(),
    log,
    metrics,
    tracing,
    folder: (domain) => join(config.dataFolder, domain),
    address: addressOf(config),
    purgeOrganization: (organization) => purge(organization),
    system,
    now,
  };

  const app = new Hono();
  const stopping = new AbortController();
  const services = new Map<string, unknown>();
  const source = standings ?? standingSource(domains, services, system);
  const scheme = tokenScheme === undefined ? {} : { scheme: tokenScheme };
  const people = authentication({ tokens, source, cookies, live, log, ...scheme });
  const processes = processTokens(keys);
  const authenticate = placement.apart ? withProcesses(people, processes) : people;
  const http: HttpParts = {
    authenticate,
    log,
    observe: watchRequests(metrics),
    stopping: stopping.signal,
    ...effects,
    ...(tokenScheme && { tokenScheme }),
    ...(tell && { tell }),
    ...(spans && { tracing: spans }),
    ...(replica && { seen: seenBy(replica, config.secureCookies) }),
  };
  const consumers: Consumer[] = [];
  const timed: TimedMachine[] = [];
  const purges: Purges[] = [];
  const searches: Searched[] = [];
  const embeddings: EmbeddedRows[] = [];
  const starts: (() => Promise<Background>)[] = [];
  const alone: (() => Promise<Background>)[] = [];
  const elsewhere: Consumer[] = [];
  const internal: InternalService[] = [];
  const checks: HealthCheck[] = [{ name: "database", run: () => database.ping() }];
  if (replica !== undefined) checks.push(replicaHealth(replica));
  for (const domain of domains) {
    if (!placement.serves(domain.name)) {
      // Their methods are called where they are served.
      elsewhere.push(...domain.consumers({}));
      kept.unshift(keptOf(domain, undefined, undefined));
      const url = placement.urlOf(domain.name);
      if (url === undefined) continue;
      services.set(domain.name, domain.client(remoteDomain(domain.name, url, basePath, processes, tracing)));
      checks.push(healthOf(domain.name, url));
      continue;
    }
    const module = await moduleOf(root, domain.name);
    const contracts = Object.fromEntries(domain.requires.map((name) => [name, services.get(name)]));
    const repositories = domain.repositories(database, live);
    const given = {
      ...repositories,
      events: domain.events(core.events),
      config: configOf(domain, values.get(domain.name) ?? {}, settings),
      core,
      contracts,
    };
    const parts = { ...given, guards: module?.guards?.(given) };
    const service = module?.service === undefined ? domain.defaults(parts) : module.service(parts);
    assertComplete(domain, service, module);
    services.set(domain.name, service);
    kept.unshift(keptOf(domain, module, parts));
    internal.push({ domain: domain.name, operations: domain.internal ?? [], service });
    if (domain.purges !== undefined) purges.push(domain.purges(repositories));
    embeddings.push(...(domain.embeddings?.(repositories) ?? []));
    searches.push(...(domain.searches?.(repositories) ?? []));
    if (module?.consumers !== undefined) consumers.push(...domain.consumers(module.consumers(parts, service)));
    timed.push(...(domain.timeouts?.(parts) ?? []));
    const { start, startAlone } = module ?? {};
    if (start !== undefined) starts.push(() => start(parts, service));
    if (startAlone !== undefined) alone.push(() => startAlone(parts, service));
    if (roles.includes("api"))
      mount(app, basePath, domain.operations, service, {
        ...http,
        administration: administrationIn(core, domain.tenantTables ?? []),
        ...(domain.tier === "optional" && { optional: domain.name }),
      });
  }
  purge = purgeOrganization(database, kept, system);
  events.subscribe(spans === undefined ? consumers : consumers.map((one) => tracedConsumer(one, spans)), elsewhere);

  const isStopping = () => stopping.signal.aborted;
  app.route("/", healthRoutes(checks, isStopping));
  app.route("/", jwksRoute(keys));
  app.route("/", metricsRoutes(metrics, config.metricsToken, isLocal(config)));
  if (placement.apart && roles.includes("api"))
    app.route(internalPath, internalRoutes(internal, { tokens: processes, database, log, tracing, observe: http.observe }));
  if (roles.includes("api")) {
    app.route("/", apiReference(`${basePath}/openapi.json`, join(root, "generated/openapi.json")));
    if (mail.page !== undefined) app.route("/", mail.page);
    const web = pages === undefined ? noPages(basePath) : webApp(pages);
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
    return together([
      startTimeouts({ live, log, system, now }, timed),
      ...purges.map((one) => startPurge(core, one, config.purgeDays)),
      ...[startPruning(prunable, system("pruning", "")), startReindex(core, searches), events.startRetention()],
      ...(await Promise.all(alone.map((start) => start()))),
    ]);
  }
  const scheduling = roles.includes("scheduler") ? watchLease(metrics, "scheduler", forAll) : forAll;
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    core,
    tokens,
    service: (domain) => services.get(domain),
    async start() {
      if (roles.includes("worker")) {
        background.push(events.start(), mail.start(), startEmbedding(core, embeddings));
        for (const start of starts) background.push(await start());
      }
      if (roles.includes("scheduler")) {
        // Nobody shares an SQLite file: there is nobody to agree with.
        const lease = leaseStore(database as SqlDatabase<LeaseTables>);
        background.push(
          database.dialect === "postgres" ? startAlone(lease, system("scheduler", ""), "scheduler", scheduling) : await scheduling(),
        );
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
      await tracing.close();
    },
  };
}
