import type { Log } from "../telemetry/log.ts";

/**
 * Who acts. `token` is a service token: it speaks for a user or an organization, and is neither, so that what belongs to people alone is
 * closed to it. `system` is the platform itself: a worker, a consumer, a command.
 */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly id: string; readonly session: string }
  | { readonly kind: "token"; readonly id: string; readonly user: string | undefined }
  | { readonly kind: "system"; readonly id: string };

/** The teams that a caller belongs to, by id; "all" for who may see the rows of every team. */
export type Teams = readonly string[] | "all";

/** What is known of the other end of a connection. */
export interface Client {
  /** "unknown" where there is no connection. */
  readonly address: string;
  /** The User-Agent that it sent; "" for none. */
  readonly agent: string;
}

/** Where nobody is at the other end. */
export const noClient: Client = Object.freeze({ address: "unknown", agent: "" });

/** Of a request: whether anybody has asked for its signal. It is made then, which costs more than a read that never needs it. */
export interface Life {
  readonly watched: boolean;
}

/** An open database transaction; only the database that opened it knows what is inside. */
export interface Transaction {
  readonly database: object;
}

/**
 * All that a call knows besides its input. It is explicit and first in every call: nothing is read from ambient state.
 * `organization` is "" when the caller acts in none; only the shared rows of a cascade belong to "", so every
 * other tenant predicate then matches nothing.
 */
export interface Context {
  readonly actor: Actor;
  readonly organization: string;
  readonly roles: readonly string[];
  readonly teams: Teams;
  readonly permissions: ReadonlySet<string>;
  readonly client: Client;
  readonly requestId: string;
  /** W3C traceparent of the request that caused this call. */
  readonly trace: string | undefined;
  readonly locale: string;
  /** Milliseconds since the epoch; Infinity for none. */
  readonly deadline: number;
  /** Aborts at the deadline, or when the caller has gone. */
  readonly signal: AbortSignal;
  readonly life?: Life;
  readonly log: Log;
  readonly transaction: Transaction | undefined;
  /** Set by `acrossOrganizations` alone, and never by a request: Postgres then keeps no rows from the statements of this context. */
  readonly across?: true;
  /** Reads outside a transaction may be answered by a replica, some seconds late. Set for operations whose spec says `stale` alone. */
  readonly stale?: true;
}
