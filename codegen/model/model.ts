import type { Embedding } from "./embedding.ts";
import type { Json, Schema } from "./json-schema.ts";
import type { MenuEntry } from "./menu-entry.ts";
import type { Operation } from "./operation.ts";
import type { StateMachine } from "./state-machine.ts";

/**
 * The frozen model: what the specs mean, with every reference resolved and every name decided. Emitters see nothing else.
 * All of it is plain, readonly, sorted where order has no meaning, and the same for the same specs whatever their key order.
 */

/** Where something stands in a spec: 1-based line and column. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Model {
  /** Every domain, those that others require first. */
  readonly domains: readonly Domain[];
  /** Schemas of files without a domain (common.yaml), which domains refer to. */
  readonly shared: readonly NamedSchema[];
  /** Below which path all operations are served: `/api/v1`. */
  readonly basePath: string;
}

export interface Domain {
  /** Folder, permission prefix, event prefix: `labels`. */
  readonly name: string;
  /** `Labels`, as in LabelsService. */
  readonly typeName: string;
  /** Whether its document has no annotations: it then has no entities, and is not part of the published document, being one itself. */
  readonly plain: boolean;
  readonly title: string;
  readonly description: string;
  /** As `info.license` says. */
  readonly license: { readonly name: string; readonly identifier?: string; readonly url?: string } | undefined;
  readonly location: Location;
  readonly tier: "core" | "optional" | "internal";
  readonly requires: readonly string[];
  readonly permissions: readonly { readonly name: string; readonly sentence: string }[];
  /** Role to permissions. */
  readonly roles: readonly { readonly name: string; readonly permissions: readonly string[] }[];
  readonly config: readonly Setting[];
  /** What can be switched off for an organization: `labels.export`. */
  readonly features: readonly string[];
  readonly menu: readonly MenuEntry[];
  /** Events of other domains that hand-written code handles. */
  readonly consumes: readonly Consumed[];
  readonly entities: readonly Entity[];
  /** Every named schema of the file: entities, their create/patch/page shapes, and the others. In declaration order, then derived ones. */
  readonly schemas: readonly NamedSchema[];
  readonly operations: readonly Operation[];
  /** Events that this domain publishes. */
  readonly events: readonly EventType[];
}

export interface Setting {
  readonly name: string;
  readonly env: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly default: string | number | boolean;
  readonly description: string;
  readonly sensitive: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly enum: readonly string[] | undefined;
  /** Each organization may set it for itself. */
  readonly perOrganization: boolean;
}

export interface Consumed {
  /** `organizations.organization.created` */
  readonly type: string;
  /** `onOrganizationCreated`, the method that hand-written code implements. */
  readonly method: string;
  /** Type of the event's data, in the publishing domain's contract. */
  readonly domain: string;
  readonly dataType: string;
}

export interface EventType {
  /** `labels.label.created` */
  readonly type: string;
  /** `labelCreated`, the publisher's method. */
  readonly method: string;
  readonly description: string;
  /** The entity that it is about. */
  readonly entity: string;
  /** Schema name of the data: the entity itself without sensitive fields, or what a webhook declares. */
  readonly dataType: string;
  readonly location: Location;
}

export interface NamedSchema {
  readonly name: string;
  readonly domain: string | undefined;
  readonly schema: Schema;
  readonly description: string;
  readonly location: Location;
  /** The first of the spec's `examples`: what factories give, and what documents show. */
  readonly example?: Json;
}

export type Scope = "organization" | "cascade" | "user" | "global";
export type CrudKind = "list" | "get" | "create" | "update" | "delete" | "undelete" | "audit" | "access" | "setAccess" | "similar";
export type Change = "created" | "updated" | "deleted" | "undeleted";
/** How a value is kept: SQLite and Postgres column types follow from it. */
export type Storage = "text" | "integer" | "bigint" | "real" | "boolean" | "timestamp" | "json";

export interface Entity {
  /** Set when no operation, event or other schema holds it: it never leaves its domain. */
  readonly inside?: boolean;
  /** `PipelineVersion` */
  readonly name: string;
  /** `PipelineVersions` */
  readonly plural: string;
  /** `pipelineVersion`, `pipelineVersions` */
  readonly variable: string;
  readonly pluralVariable: string;
  readonly domain: string;
  /** `pipeline_versions`, unique over all domains. */
  readonly table: string;
  /** What it was called before: its rows go on under the new name. */
  readonly renamedFrom?: string;
  readonly prefix: string;
  /** `PipelineVersionId` */
  readonly idType: string;
  readonly description: string;
  readonly location: Location;
  /** undefined when it has no shorthand operations. */
  readonly path: string | undefined;
  readonly scope: Scope;
  /** id, organizationId (organization, cascade), teamId (with `teams`), createdBy (organization, cascade, user), createdAt, updatedAt, version first; then as declared. */
  readonly fields: readonly Field[];
  /** Field names; within the scope (the owner column is not repeated here). */
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
  readonly filter: readonly string[];
  readonly sort: readonly string[];
  readonly events: readonly Change[];
  readonly methods: readonly Method[];
  readonly operations: readonly CrudKind[];
  /** Whether an operation lists its rows, be it made from the entity or bound to it. */
  readonly listed: boolean;
  readonly read: string | undefined;
  readonly write: string | undefined;
  /** Whether deleting only hides. The row's time of deletion is a column, `deleted_at`, and no field. */
  readonly softDelete: boolean;
  readonly machine: StateMachine | undefined;
  /** Whether a row may belong to a team, which its field `teamId` names; it is there for the team's members alone. */
  readonly teams: boolean;
  /** Whether a row may be shown to some roles only. */
  readonly roles: boolean;
  /** Whether each change of a row is written down. */
  readonly audit: boolean;
  /** Whether what gives more than one row may be some seconds old. */
  readonly stale: boolean;
  /** How long, in milliseconds, a row found by id may be kept in memory; undefined: it never is. */
  readonly cache: { readonly ttl: number } | undefined;
  /** The vector of its rows, by which they are compared. */
  readonly embedding: Embedding | undefined;
  /** What belongs to its rows. */
  readonly relations: readonly Relation[];
  /** Whom its rows belong to: the other end of relations. */
  readonly parents: readonly ParentLink[];
}

/** Rows of an entity of the same domain that belong to a row. */
export interface Relation {
  readonly name: string;
  readonly kind: "one" | "many";
  /** The entity whose rows belong to one of this. */
  readonly child: string;
  /** The child's field that holds the id. */
  readonly field: string;
  /** The child's repository method that finds the children of a row. */
  readonly method: string;
  readonly onDelete: "cascade" | "restrict" | "null";
}

export interface ParentLink {
  readonly entity: string;
  readonly field: string;
  readonly onDelete: Relation["onDelete"];
}

export interface Field {
  /** `createdAt` */
  readonly name: string;
  /** `created_at` */
  readonly column: string;
  /** What it was called before: its values go on under the new name. */
  readonly renamedFrom?: string;
  /** Of a value that is not null: whether null is one too, `nullable` says. (A named schema that accepts null stays a reference to it.) */
  readonly schema: Schema;
  readonly storage: Storage;
  /** Whether null is a value of it. A field that is neither required nor defaulted is nullable in storage and in the entity type. */
  readonly nullable: boolean;
  /** Whether create must give it. */
  readonly required: boolean;
  readonly default: Json | undefined;
  /** What the server makes, always: never accepted from input. With `immutable` at creation only, else at each change. */
  readonly generated: Made | undefined;
  /** What the server makes when create does not give the field. */
  readonly madeDefault: Made | undefined;
  /** Made by the server: the id, owner, times, version, and what a state machine sets. */
  readonly server: "id" | "organization" | "actor" | "createdAt" | "updatedAt" | "version" | "state" | "timesOutAt" | undefined;
  /** readOnly in the spec: not in create or patch over HTTP; code may set it. */
  readonly readOnly: boolean;
  readonly immutable: boolean;
  readonly sensitive: boolean;
  /** Kept encrypted, as text; it is sensitive too. */
  readonly encrypted: boolean;
  /** Whether lists are searched by its words. */
  readonly searched: boolean;
  /** The only roles that see it in answers; undefined when everybody does. */
  readonly readers: readonly string[] | undefined;
  /** The only roles that may give it in requests. */
  readonly writers: readonly string[] | undefined;
  /** The entity that must be there when the field is written; `operation` of its domain's contract gets it, in the own domain its repository. */
  readonly exists: { readonly domain: string; readonly entity: string; readonly operation: string | undefined } | undefined;
  readonly description: string;
}

/** A value that the server makes: the time, who acts, or a slug of another field. */
export type Made = { readonly kind: "now" } | { readonly kind: "actor" } | { readonly kind: "slug"; readonly of: string };

/** An extra repository method. */
export interface Method {
  readonly name: string;
  /** Fields compared for equality, in order: the method's arguments. */
  readonly by: readonly string[];
  readonly where: readonly { readonly field: string; readonly value: Json }[];
  readonly returns: "one" | "many" | "count";
  /** Over every organization (or user): for code that acts before a tenant is known. */
  readonly across: boolean;
}
