import pg from "pg";
import { type RowScope, setScope } from "./row-scope.ts";

/** Under what each connection keeps the statement that sets a scope. */
const scopeStatement = "archwright_scope";

/** What of pg's own query is used here; its published types leave it out. */
interface Query {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}
interface Connection {
  bind(message: { readonly portal: string; readonly statement: string; readonly values: readonly string[] }): void;
  execute(message: { readonly portal: string }): void;
}
type Done = (error: Error | undefined, result: pg.QueryResult) => void;

/** How pools and clients take a query that is one already; the published types know it of clients alone. */
interface Target {
  query(query: pg.Submittable, values: readonly unknown[], done: Done): void;
}

const PgQuery = pg.Query as unknown as new (config: pg.QueryConfig) => Query & pg.Submittable;

/**
 * A statement, and before it the one that sets its scope, sent together: one round trip. No Sync stands between the two, so that Postgres
 * runs both in one transaction (Frontend/Backend Protocol, "Pipelining"), outside of which the scope never holds.
 */
class ScopedQuery extends PgQuery {
  readonly #scope: RowScope;
  #scoped = false;

  constructor(config: pg.QueryConfig, scope: RowScope) {
    super(config);
    this.#scope = scope;
  }

  override prepare(connection: Connection): void {
    const { organization, user, teams, reach } = this.#scope;
    connection.bind({ portal: "", statement: scopeStatement, values: [organization, user, teams, reach] });
    connection.execute({ portal: "" });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#scoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#scoped) super.handleCommandComplete(message, connection);
    this.#scoped = true;
  }
}

/** Prepares on a new connection what every scoped statement begins with. */
export async function prepareScope(client: pg.ClientBase): Promise<void> {
  await client.query({ name: scopeStatement, text: setScope, values: ["", "", "", "own"] });
}

/** Runs a statement in a scope; without one, as it is. */
export function ask(target: pg.Pool | pg.ClientBase, config: pg.QueryConfig, scope: RowScope | undefined): Promise<pg.QueryResult> {
  if (scope === undefined) return target.query(config);
  // Only what is prepared goes by the protocol that sends statements together.
  const extended = { ...config, queryMode: "extended" };
  return new Promise((resolve, reject) => {
    const done: Done = (error, result) => (error ? reject(error) : resolve(result));
    (target as Target).query(new ScopedQuery(extended, scope), [], done);
  });
}
