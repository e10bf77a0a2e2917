import { document, type setting } from "./document-vocabulary.ts";
import type { FromSchema } from "./from-schema.ts";
import { stateMachine } from "./state-machine.ts";
import { name, scalar } from "./words.ts";

const fields = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } } as const;
const entityName = { type: "string", pattern: "^[a-z][a-z0-9]*\\.[A-Z][A-Za-z0-9]*$", title: "`<domain>.<Entity>`" } as const;
const duration = "^[1-9][0-9]{0,5}(?:ms|s|m|h|d)$";

const method = {
  type: "object",
  description: "An extra repository method.",
  additionalProperties: false,
  required: ["returns"],
  properties: {
    by: { ...fields, description: "Fields compared for equality: the method's arguments, in this order." },
    where: {
      type: "object",
      additionalProperties: { anyOf: [...scalar.anyOf, { const: null }] },
      description: "Fields with fixed values.",
    },
    returns: { enum: ["one", "many", "count"], description: "What it gives." },
    across: { type: "boolean", description: "Over every organization or user, for code that acts before a tenant is known." },
  },
} as const;

const relation = {
  type: "object",
  description: "Rows of another entity that belong to a row of this one.",
  additionalProperties: false,
  required: ["onDelete"],
  properties: {
    many: { type: "string", description: "The entity of which any number belongs to a row." },
    one: { type: "string", description: "The entity of which one at most belongs to a row." },
    by: { type: "string", description: "Its field that holds the id, where several do." },
    onDelete: {
      enum: ["cascade", "restrict", null],
      description: "Whether they go too, keep the row from being deleted, or stay with the field cleared.",
    },
  },
} as const;

const entity = {
  type: "object",
  description: "Makes a schema an entity: rows with an id, times and a version.",
  additionalProperties: false,
  required: ["prefix", "scope"],
  properties: {
    prefix: {
      type: "string",
      pattern: "^[a-z][a-z0-9]{1,7}$",
      title: "2 to 8 lower-case letters and digits, a letter first",
      description: "Prefix of its ids, unique over all domains.",
    },
    path: {
      type: "string",
      pattern: "^(?:/[a-z0-9][A-Za-z0-9_-]*)+$",
      title: "a path like /labels, without / at its end",
      description: "Where its operations live.",
    },
    scope: {
      enum: ["organization", "cascade", "user", "global"],
      description:
        "Whose rows a caller sees; in a cascade those of the organization, and global ones whose key no row of the organization has.",
    },
    renamedFrom: {
      type: "string",
      pattern: "^[A-Z][A-Za-z0-9]*$",
      title: "a name in PascalCase",
      description: "What it was called before: `migrate` keeps its rows.",
    },
    operations: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { enum: ["list", "get", "create", "update", "delete"] },
      description: "Operations made from the entity alone.",
    },
    unique: { type: "array", uniqueItems: true, items: fields, description: "Fields that are unique together, within the scope." },
    indexes: { type: "array", uniqueItems: true, items: fields, description: "Fields that are looked up together." },
    filter: { ...fields, description: "Fields that a list can be filtered by." },
    sort: { ...fields, description: "Fields that a list can be sorted by." },
    events: {
      type: "array",
      uniqueItems: true,
      items: { enum: ["created", "updated", "deleted", "undeleted"] },
      description: "Events it publishes.",
    },
    read: { type: "string", description: "Permission of list and get." },
    write: { type: "string", description: "Permission of create, update, delete and undelete." },
    methods: { type: "object", additionalProperties: method, propertyNames: name, description: "Extra repository methods." },
    softDelete: {
      const: true,
      description:
        "Deleting hides: the row can be brought back with the undelete operation until it is purged, and its unique values are free.",
    },
    audit: {
      const: true,
      description: "Who changed what, before and after, is written down with each change; whoever may write may read it.",
    },
    cache: {
      type: "object",
      description: "Rows found by id are kept in memory, of each owner apart, until one changes: then they are dropped on every replica.",
      additionalProperties: false,
      required: ["ttl"],
      properties: {
        ttl: {
          type: "string",
          pattern: duration,
          title: "a duration like 30s",
          description: "How old a row may become at the most, 1s to 1d.",
        },
      },
    },
    stale: {
      const: true,
      description:
        "Lists, searches, counts and what was written down of changes may be some seconds old: where there is a replica of the database, that answers them. Callers see what they wrote.",
    },
    roles: {
      const: true,
      description: "Each row may be shown to some roles only: finds and lists leave it out for others. Operations read and set which.",
    },
    teams: {
      ...entityName,
      description:
        "The entity that teams are, `domain.Entity`: each row has a `teamId`, and is there for the members of that team alone; without one, for the whole organization.",
    },
    relations: {
      type: "object",
      additionalProperties: relation,
      propertyNames: name,
      description: "What belongs to a row, inside the domain, and what becomes of it when the row is deleted.",
    },
  },
} as const;

const schema = {
  type: "object",
  description: "On a schema of components.schemas.",
  additionalProperties: false,
  properties: { entity, stateMachine },
} as const;

const someRoles = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } } as const;
const made = { type: "string", pattern: "^(?:now|actor|slug\\([a-z][A-Za-z0-9]*\\))$", title: "now, actor or slug(<field>)" } as const;

const property = {
  type: "object",
  description: "On a property of a schema.",
  additionalProperties: false,
  properties: {
    immutable: { type: "boolean", description: "Accepted on create, refused on update." },
    sensitive: { type: "boolean", description: "Never in answers, logs, events or errors." },
    renamedFrom: { ...name, description: "What it was called before: `migrate` keeps its values." },
    ref: { ...entityName, description: "Holds an id of this entity: `domain.Entity`." },
    encrypted: { const: true, description: "Kept encrypted (AES-256-GCM); implies `sensitive`. Rows cannot be found or ordered by it." },
    readable: { ...someRoles, description: "The roles that see the field: in answers to others it is absent, and they may not ask by it." },
    writable: { ...someRoles, description: "The roles that may set the field; those of `readable` unless told." },
    exists: {
      const: true,
      description: "With `ref`: what it names must be there for the caller, which its domain is asked on each write.",
    },
    column: {
      type: "string",
      pattern: "^[a-z][a-z0-9_]{0,62}$",
      title: "a name in snake_case",
      description: "The column's name, where it is not the field's.",
    },
    default: { ...made, description: "What the server makes of it when it is absent: `now`, `actor` or `slug(field)`." },
    generated: {
      ...made,
      description:
        "What the server makes of it, never accepted from input: `now`, `actor` or `slug(field)`; at each change, or with `immutable` once.",
    },
    embedding: {
      type: "object",
      description: "A vector of what a row says, kept beside it and told to nobody: rows can be found by how near they are to a text.",
      additionalProperties: false,
      required: ["of", "dimensions"],
      properties: {
        of: { ...fields, description: "The texts that it is made of; written anew, it is made anew." },
        dimensions: { type: "integer", description: "How many numbers it has, 1 to 2000: as many as what makes it gives." },
        metric: {
          enum: ["cosine", "l2", "ip"],
          description: "How far two are apart: by their angle (unless told), in a straight line, or by their inner product.",
        },
      },
    },
    search: {
      const: true,
      description:
        "Lists take `?search=`: words that a row must have, over all searched fields; case and accents do not matter, the last may be unfinished.",
    },
  },
} as const;

const operation = {
  type: "object",
  description: "On an operation.",
  additionalProperties: false,
  properties: {
    permission: {
      type: "string",
      description: "Who may call it: a permission's name, `authenticated`, or `optional`: anybody, and who sends a token is known by it.",
    },
    public: { const: true, description: "Anybody may call it." },
    internal: { const: true, description: "Only other domains may call it, through the contract; it is not served to people." },
    stream: { const: "sse", description: "Answers with server-sent events of the declared schema." },
    entity: { type: "string", description: "The entity whose operation it is; with `kind`." },
    kind: { enum: ["list", "get", "create", "update", "delete"], description: "Which of the entity's operations it is." },
    feature: { type: "string", description: "One of the document's features: without it the caller's organization gets 403." },
    rateLimit: {
      type: "object",
      description: "How often it may be called, counted over all replicas in a sliding window; beyond that, 429.",
      additionalProperties: false,
      required: ["limit", "window", "by"],
      properties: {
        limit: { type: "integer", description: "How many calls a window may hold, 1 to 1000." },
        window: { type: "string", pattern: duration, title: "a duration like 30s", description: "How long the window is, 1s to 1d." },
        by: { enum: ["ip", "user", "organization"], description: "Whose calls are counted together." },
      },
    },
    idempotent: {
      const: true,
      description: "Honours Idempotency-Key: a request that is sent again is done once, and answered as the first time.",
    },
    timeout: {
      type: "string",
      pattern: duration,
      title: "a duration like 30s",
      description: "Its deadline, 1ms to 10m: then 504, and its transaction is rolled back.",
    },
    transaction: { const: "none", description: "It runs in no transaction; what writes does, unless told." },
    audit: { const: true, description: "Each call that succeeds is written down, even when it changes no entity." },
    stale: {
      const: true,
      description: "On a GET: all that it reads may be some seconds old, as for an entity that says so.",
    },
    event: {
      type: "object",
      additionalProperties: false,
      required: ["aggregate"],
      properties: { aggregate: { type: "string", description: "The entity that the event is about: its events arrive in order." } },
      description: "On a webhook: an event that the domain publishes.",
    },
  },
} as const;

/** The x-codegen vocabulary, version 1, as one JSON Schema (2020-12). Everything else about annotations derives from it. */
export const vocabulary = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "x-codegen, version 1",
  $defs: { document, schema, property, operation },
} as const;

/** Where an annotation can stand. */
export type AnnotationPlace = keyof (typeof vocabulary)["$defs"];

export type DocumentAnnotation = FromSchema<typeof document>;
export type SettingAnnotation = FromSchema<typeof setting>;
export type EntityAnnotation = FromSchema<typeof entity>;
export type RelationAnnotation = FromSchema<typeof relation>;
export type StateMachineAnnotation = FromSchema<typeof stateMachine>;
export type PropertyAnnotation = FromSchema<typeof property>;
export type OperationAnnotation = FromSchema<typeof operation>;
