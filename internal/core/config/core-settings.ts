import { resolve } from "node:path";
import type { Setting } from "../modules/domain.ts";
import { readSettings } from "./settings.ts";

/** Settings of the platform itself; those of a domain stand in its spec. */
export const coreSettings: readonly Setting[] = [
  {
    name: "port",
    env: "PORT",
    type: "integer",
    default: 8080,
    minimum: 0,
    maximum: 65535,
    description: "The port to listen on; 0 for any free one.",
  },
  { name: "host", env: "HOST", type: "string", default: "localhost", description: "The address to listen on; 0.0.0.0 for all." },
  {
    name: "publicUrl",
    env: "PUBLIC_URL",
    type: "string",
    default: "",
    description: "Where people reach the platform, when a proxy stands before it.",
  },
  {
    name: "dataFolder",
    env: "DATA_DIR",
    type: "string",
    default: "data",
    description: "The folder for the embedded database, artifacts and keys.",
  },
  {
    name: "databaseUrl",
    env: "DATABASE_URL",
    type: "string",
    default: "",
    sensitive: true,
    description: "sqlite:<file> or postgres://…; an SQLite file in the data folder unless told.",
  },
  {
    name: "databaseOwnerUrl",
    env: "DATABASE_OWNER_URL",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "Postgres: the login that owns the tables and migrates them, where that is not the one of DATABASE_URL. A process without it does not migrate.",
  },
  {
    name: "databaseRls",
    env: "DATABASE_RLS",
    type: "string",
    default: "off",
    enum: ["off", "on"],
    description:
      "on: Postgres itself keeps the rows of organizations and users apart, behind what every statement asks for. DATABASE_URL must then name a login that does not own the tables; it is made if need be.",
  },
  {
    name: "databaseReplicaUrl",
    env: "DATABASE_REPLICA_URL",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "Postgres: a server that follows the one of DATABASE_URL by streaming replication, with the same user and database. It answers the lists that specs call `stale`; without it, or while it is away, DATABASE_URL does.",
  },
  {
    name: "databaseReplicaLagSeconds",
    env: "DATABASE_REPLICA_LAG_SECONDS",
    type: "integer",
    default: 5,
    minimum: 1,
    maximum: 3600,
    description: "How far the replica may be behind; further, and it is not asked.",
  },
  {
    name: "databasePool",
    env: "DATABASE_POOL",
    type: "integer",
    default: 10,
    minimum: 2,
    maximum: 1000,
    description: "Connections that this process may hold to Postgres; one more listens.",
  },
  {
    name: "databaseIdleSeconds",
    env: "DATABASE_IDLE_SECONDS",
    type: "integer",
    default: 15,
    minimum: 1,
    maximum: 600,
    description: "After how long Postgres ends a transaction in which nothing is asked, so that a process that hangs holds up no other.",
  },
  {
    name: "natsUrl",
    env: "NATS_URL",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "nats://user:password@host:4222, several between commas: wakes processes, and publishes events by JetStream. All processes that share a database must name it, or none.",
  },
  {
    name: "domains",
    env: "DOMAINS",
    type: "string",
    default: "",
    description: "The domains that this process serves, between commas; all unless told.",
  },
  {
    name: "domainUrls",
    env: "DOMAIN_URLS",
    type: "string",
    default: "",
    description:
      "Where the other domains are: auth=http://auth:8080, several between commas. All processes share the database and AUTH_SIGNING_KEYS.",
  },
  {
    name: "logLevel",
    env: "LOG_LEVEL",
    type: "string",
    default: "info",
    enum: ["debug", "info", "warn", "error"],
    description: "The least that is logged.",
  },
  {
    name: "secureCookies",
    env: "AUTH_SECURE_COOKIES",
    type: "boolean",
    default: true,
    description: "Whether cookies travel over https only. Browsers take localhost for secure; switch it off only for plain http elsewhere.",
  },
  {
    name: "metricsToken",
    env: "METRICS_TOKEN",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "What Prometheus shows as a Bearer token to read /metrics; without one, only where nobody but this machine can reach the platform.",
  },
  {
    name: "rateLimits",
    env: "RATE_LIMITS",
    type: "string",
    default: "auto",
    enum: ["auto", "process", "database"],
    description:
      "Where calls are counted against rate limits; auto: in the database on Postgres, which replicas share, else in the process.",
  },
  {
    name: "trustedProxies",
    env: "TRUSTED_PROXIES",
    type: "string",
    default: "",
    description: "Addresses and networks of proxies whose X-Forwarded-For is believed, between commas: 10.0.0.0/8.",
  },
  {
    name: "encryptionKeys",
    env: "ENCRYPTION_KEYS",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "Keys of encrypted fields, id:base64 of 32 bytes, between commas: the first encrypts, all decrypt; a file in the data folder unless told. Processes that share a database must share these.",
  },
  {
    name: "smtpUrl",
    env: "SMTP_URL",
    type: "string",
    default: "",
    sensitive: true,
    description:
      "The server that takes mail, smtps://user:password@host:465 or smtp://…; without one, mail stays in the outbox at /dev/mail as long as only this machine can reach the platform.",
  },
  {
    name: "mailFrom",
    env: "MAIL_FROM",
    type: "string",
    default: "",
    description: "Whom mail comes from: Archwright <archwright@example.com>. Needed with SMTP_URL.",
  },
  {
    name: "graceSeconds",
    env: "SHUTDOWN_GRACE_SECONDS",
    type: "integer",
    default: 10,
    minimum: 0,
    maximum: 600,
    description: "How long requests and steps under way may go on after a stop was asked for.",
  },
  {
    name: "stopDelaySeconds",
    env: "SHUTDOWN_DELAY_SECONDS",
    type: "integer",
    default: 0,
    minimum: 0,
    maximum: 600,
    description: "How long requests are still taken after a stop was asked for, while /health/ready tells proxies to send them elsewhere.",
  },
  {
    name: "purgeDays",
    env: "PURGE_AFTER_DAYS",
    type: "integer",
    default: 30,
    minimum: 1,
    maximum: 3650,
    description: "How long what was deleted can be brought back, where deleting only hides; then it is removed for good.",
  },
];

export interface CoreConfig {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  readonly databaseRls: "off" | "on";
  readonly databaseReplicaUrl: string;
  readonly databaseReplicaLagSeconds: number;
  readonly databasePool: number;
  readonly natsUrl: string;
  readonly domains: string;
  readonly domainUrls: string;
  readonly databaseIdleSeconds: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly secureCookies: boolean;
  readonly metricsToken: string;
  readonly rateLimits: "auto" | "process" | "database";
  readonly trustedProxies: string;
  readonly encryptionKeys: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly graceSeconds: number;
  readonly stopDelaySeconds: number;
  readonly purgeDays: number;
}

/** The platform's own configuration. @throws ConfigError */
export function readCoreConfig(env: Readonly<Record<string, string | undefined>>): CoreConfig {
  const values = readSettings(coreSettings, env) as unknown as CoreConfig;
  const dataFolder = resolve(values.dataFolder);
  return { ...values, dataFolder, databaseUrl: values.databaseUrl === "" ? `sqlite:${dataFolder}/archwright.db` : values.databaseUrl };
}
