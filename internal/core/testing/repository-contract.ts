import { afterAll, beforeAll, describe } from "vitest";
import type { Context } from "../context/context.ts";
import type { Access } from "../database/access.ts";
import type { Database } from "../database/database.ts";
import type { Page, SearchQuery } from "../database/lists.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { newId } from "../ids/ids.ts";
import { behaviourContract } from "./behaviour-contract.ts";
import { cascadeContract } from "./cascade-contract.ts";
import { testContext } from "./context.ts";
import { hiddenContract } from "./hidden-contract.ts";
import { listContract } from "./list-contract.ts";
import { type MethodContract, methodContract } from "./method-contract.ts";
import { parentContract } from "./parent-contract.ts";
import { type ParentContract, type Settle, settler } from "./parents.ts";
import { roleContract } from "./role-contract.ts";
import { scopeContract } from "./scope-contract.ts";
import { searchContract } from "./search-contract.ts";
import { teamContract } from "./team-contract.ts";
import { closeSharedDatabases, forEachSharedDatabase, forGuardedDatabase } from "./test-databases.ts";
import { uniqueContract } from "./unique-contract.ts";
import { withoutPredicates } from "./without-predicates.ts";
import { writeContract } from "./write-contract.ts";

/** The fields of every entity. */
export interface EntityRow {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** What the repository of every entity can do; `update` is absent where nothing may change. */
export interface EntityRepository<Row extends EntityRow, Create extends object, Patch extends object> {
  find(ctx: Context, id: string): Eventual<Row | undefined>;
  list(ctx: Context, query: SearchQuery<object, string>): Promise<Page<Row>>;
  insert(ctx: Context, input: Create): Promise<Row>;
  update?(ctx: Context, id: string, patch: Patch, expected?: number): Promise<Row>;
  delete(ctx: Context, id: string, expected?: number): Promise<Row>;
  /** With `search`. */
  reindex?(ctx: Context, after: string, limit: number): Promise<string | undefined>;
  /** With `softDelete`. */
  undelete?(ctx: Context, id: string): Promise<Row>;
  purge?(ctx: Context, before: string, limit: number): Promise<number>;
  /** With a state machine. */
  move?(ctx: Context, before: Row, state: string, timesOutAt: string | null): Promise<Row>;
  /** With a state machine that has timeouts. */
  overdue?(ctx: Context, until: string, limit: number): Promise<Row[]>;
  /** With `roles`. */
  access?(ctx: Context, id: string): Promise<Access>;
  setAccess?(ctx: Context, id: string, access: Access): Promise<Access>;
}

/** What a repository is held to. Field names are those of the entity, in camelCase. */
export interface RepositoryContract<Row extends EntityRow, Create extends object, Patch extends object> {
  /** `Label` */
  readonly entity: string;
  readonly scope: "organization" | "cascade" | "user" | "global";
  readonly prefix: string;
  /** The repository on the database given: a SqliteDatabase, PostgresDatabase or MemoryDatabase by its `dialect`. */
  open(database: Database): EntityRepository<Row, Create, Patch> | Promise<EntityRepository<Row, Create, Patch>>;
  /** Valid input. Two seeds (0 to 2^31 - 1) must differ in the fields of each unique set; one seed gives the same twice. */
  create(seed: number): Create;
  /** A valid patch of any fields that may change; left out when `update` is absent. */
  patch?(seed: number): Patch;
  /** As in the spec: sets of fields that are unique within the scope. */
  readonly unique: readonly (readonly string[])[];
  readonly filter: readonly string[];
  readonly sort: readonly string[];
  /** The fields that lists are searched by, if they are: there is `reindex`. */
  readonly search?: readonly string[];
  /** Fields that create takes and update does not. */
  readonly immutable: readonly string[];
  /** Fields that a patch may set to null. */
  readonly nullable?: readonly string[];
  /** Deleting hides: there are `undelete` and `purge`. */
  readonly softDelete?: true;
  /** A row may be a team's, which `teamId` names. */
  readonly teams?: true;
  /** Rows may be shown to some roles only: there are `access` and `setAccess`. */
  readonly roles?: true;
  /** Rows go through states: there is `move`, which takes them to one that is not their first. */
  readonly machine?: { readonly field: string; readonly state: string };
  /** Whom its rows belong to: they are made before it. */
  readonly parents?: readonly ParentContract[];
  /** Fields that each change makes anew. */
  readonly generated?: readonly string[];
  readonly methods?: readonly MethodContract[];
  /** Each change is written down, under this name, without the values of these fields. */
  readonly audit?: { readonly entity: string; readonly masked: readonly string[] };
  /** Rows found by id are kept in memory. */
  readonly cache?: true;
  /** No spec describes the table, so that no policy keeps its rows apart. */
  readonly unguarded?: true;
}

/** What the parts of the contract work with, on one database. */
export interface Subject<Row extends EntityRow, Create extends object, Patch extends object> {
  readonly contract: RepositoryContract<Row, Create, Patch>;
  database(): Database;
  /** The repository; what its rows belong to is made before they are written. */
  repository(): EntityRepository<Row, Create, Patch>;
  /** The repository as it is opened: nothing is made before. */
  bare(): EntityRepository<Row, Create, Patch>;
  settle: Settle;
  /** A caller who owns nothing yet. */
  newOwner(): Context;
  /** A seed that no test of this database has used. */
  nextSeed(): number;
}

/**
 * Declares the tests that every repository must pass, on SQLite, Postgres and in memory. They never assume an empty table, so that
 * entities without an owner are tested alike.
 */
export function repositoryContract<Row extends EntityRow, Create extends object, Patch extends object>(
  contract: RepositoryContract<Row, Create, Patch>,
): void {
  // Contracts of one file stand side by side, and each leaves the databases to the next.
  afterAll(closeSharedDatabases);
  const prepared = (database: () => Database): Subject<Row, Create, Patch> => {
    let bare: EntityRepository<Row, Create, Patch> | undefined;
    let repository: EntityRepository<Row, Create, Patch> | undefined;
    let settle: Settle = async (_, input) => input;
    beforeAll(async () => {
      bare = await contract.open(database());
      settle = settler(database(), contract.parents ?? [], nextSeed);
      repository = contract.parents === undefined ? bare : settling(bare, settle);
    });
    return {
      contract,
      database,
      repository: () => opened(repository),
      bare: () => opened(bare),
      settle: (ctx, input) => settle(ctx, input),
      // Made-up rows are of made-up teams.
      newOwner: () => testContext({ organization: newId("og"), user: newId("us"), teams: contract.teams === true ? "all" : [] }),
      nextSeed,
    };
  };
  describe(`${contract.entity} repository`, () => {
    forEachSharedDatabase((_, database) => {
      const subject = prepared(database);
      writeContract(subject);
      uniqueContract(subject);
      scopeContract(subject);
      cascadeContract(subject);
      listContract(subject);
      searchContract(subject);
      hiddenContract(subject);
      teamContract(subject);
      roleContract(subject);
      methodContract(subject);
      parentContract(subject);
      behaviourContract(subject);
    });
    if (contract.unguarded === true) return;
    // The second wall: its policies must do alone what every statement asks for.
    forGuardedDatabase((_, database) => {
      const subject = prepared(() => withoutPredicates(database()));
      scopeContract(subject);
      teamContract(subject);
    }, "postgres with row-level security and without the predicates of its statements");
  });
}

let seeds = 0;

/** One of all contracts of a file, which share their databases. A prime step spreads the seeds over the range of factories. */
const nextSeed = (): number => (++seeds * 7_368_787) % 2_147_483_647;

function opened<Repository>(repository: Repository | undefined): Repository {
  if (repository === undefined) throw new Error("The repository is open only while tests run.");
  return repository;
}

/** A repository that makes what its input refers to. */
function settling<Row extends EntityRow, Create extends object, Patch extends object>(
  repository: EntityRepository<Row, Create, Patch>,
  settle: Settle,
): EntityRepository<Row, Create, Patch> {
  const { update } = repository;
  return {
    ...repository,
    insert: async (ctx, input) => repository.insert(ctx, await settle(ctx, input)),
    ...(update && { update: async (ctx, id, patch, expected) => update(ctx, id, await settle(ctx, patch), expected) }),
  };
}
