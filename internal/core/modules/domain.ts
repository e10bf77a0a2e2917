import type { SessionCookies } from "../auth/session-cookies.ts";
import type { Context, Teams } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Searched } from "../database/reindex.ts";
import type { EmbeddedRows } from "../embedding/embed-due.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { EncryptedTable } from "../encryption/rotate.ts";
import type { Consumer, EventLog } from "../events/event.ts";
import type { Features } from "../features/features.ts";
import type { OperationTable } from "../http/operation.ts";
import type { Remote } from "../http/remote.ts";
import type { Live } from "../live/live.ts";
import type { TimedMachine } from "../machine/machine.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Purges } from "../purge/purge.ts";
import type { PurgeOrganization } from "../purge/purge-organization.ts";
import type { RateLimiter } from "../rate-limit/rate-limiter.ts";
import type { OrganizationSettings } from "../settings/organization-settings.ts";
import type { Log } from "../telemetry/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import type { Threads } from "../threads/threads.ts";
import type { Catalog } from "./catalog.ts";

/** Signs and checks access tokens; the keys stay inside. */
export interface Tokens {
  /** A JWT for these claims that lives for `seconds`. */
  issue(claims: AccessClaims, seconds: number): Promise<string>;
}

export interface AccessClaims {
  readonly user: string;
  readonly session: string;
  /** "" when the user acts in no organization. */
  readonly organization: string;
  readonly roles: readonly string[];
  /** The teams of the user, for a platform that asks nobody who belongs to which; none unless told. */
  readonly teams?: Teams | undefined;
  /** SHA-256 of the secret that a browser must show beside the cookie that holds this token; for such tokens only. */
  readonly csrf?: string | undefined;
}

/** What the platform offers to each domain. */
export interface Core {
  readonly database: Database;
  readonly events: EventLog;
  readonly live: Live;
  /** What the specs of all domains offer to organizations. */
  readonly catalog: Catalog;
  /** What organizations have. */
  readonly features: Features;
  /** What organizations have set for themselves. */
  readonly settings: OrganizationSettings;
  readonly tokens: Tokens;
  /** Makes vectors of texts. */
  readonly embedder: Embedder;
  /** The cookies of browsers' sessions. */
  readonly cookies: SessionCookies;
  readonly rateLimiter: RateLimiter;
  readonly mailer: Mailer;
  /** Where computing on users' data is done. */
  readonly threads: Threads;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Records what work is made of; a context says below what. */
  readonly tracing: Tracing;
  /** Absolute path of the folder that a domain may keep files in. */
  folder(domain: string): string;
  /** The address of a page of the web app, as people reach it: `/invitation` with its origin before it. */
  address(path: string): string;
  /** Removes all that every domain has of an organization, for good. */
  readonly purgeOrganization: PurgeOrganization;
  /** A context of the platform itself, acting in an organization ("" for none), for workers and commands. */
  system(name: string, organization: string): Context;
  now(): Date;
}

/** One typed setting of a domain. */
export interface Setting {
  readonly name: string;
  readonly env: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly default: string | number | boolean;
  readonly description: string;
  readonly sensitive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  /** Each organization may set it for itself; the environment says what holds for the others. */
  readonly perOrganization?: true;
}

/** What the generator says of a domain; everything that the composition root needs, and nothing that it must look up elsewhere. */
export interface Domain<Repositories, Service> {
  readonly name: string;
  readonly tier: "core" | "optional" | "internal";
  readonly requires: readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly config: readonly Setting[];
  /** What can be switched off for an organization: `labels.export`. */
  readonly features?: readonly string[];
  /** id prefix -> entity */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly operations: OperationTable<Service>;
  /** Operations that are not served: other domains call them through the contract. */
  readonly internal?: readonly string[];
  /** The domain's repositories on the database given. Through `live` they hear of changes elsewhere; without it, only of their own. */
  repositories(database: Database, live?: Live): Repositories;
  /** Tables whose rows belong to organizations, those first whose rows belong to rows of others; absent where none do. */
  readonly tenantTables?: readonly string[];
  /** What of its rows is encrypted; absent where nothing is. */
  readonly encrypted?: readonly EncryptedTable[];
  /** Event publishers over the outbox. */
  // biome-ignore lint/suspicious/noExplicitAny: the composition root treats all domains alike; the domain's own files are typed
  events(log: EventLog): any;
  /** Its service as another process serves it. */
  client(remote: Remote): Service;
  /** What the spec alone says about each operation; operations without an entity are missing here. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  defaults(parts: any): Partial<Service>;
  /** The repositories whose deleted rows are hidden, and purged in the end; absent where no entity has `softDelete`. */
  purges?(repositories: Repositories): Purges;
  /** What lists are searched by; absent where none are. */
  searches?(repositories: Repositories): readonly Searched[];
  /** Which rows have vectors; absent where none have. */
  embeddings?(repositories: Repositories): readonly EmbeddedRows[];
  /** The consumers that hand-written methods serve, by method name. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  consumers(methods: any): readonly Consumer[];
  /** Whether hand-written code must say when some transitions may be made. */
  readonly guarded?: boolean;
  /** The state machines whose states time out. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  timeouts?(parts: any): readonly TimedMachine<any>[];
}

/** Work that goes on beside requests; `stop` lets what is under way finish, within the grace period. */
export interface Background {
  stop(): Promise<void>;
}

/** What a domain's hand-written `module.ts` offers, as the composition root sees it; the generated `<Domain>Module` types are exact. */
export interface Module {
  // biome-ignore lint/suspicious/noExplicitAny: the composition root treats all domains alike; the domain's own files are typed
  guards?(parts: any): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: the composition root treats all domains alike; the domain's own files are typed
  service?(parts: any): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  consumers?(parts: any, service: any): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  forget?(parts: any, organization: string): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  start?(parts: any, service: any): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. It may be stopped, and started again, at any time. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  startAlone?(parts: any, service: any): Promise<Background>;
}
