import type { RunsParts } from "../../generated/runs/service.gen.ts";
import type { RunsSqliteTables } from "../../generated/runs/tables.gen.ts";
import type { Database, SqlDatabase } from "../core/database/database.ts";
import { type Plans, plans } from "./plan/plans.ts";
import { type Attempts, attempts } from "./store/attempts.ts";
import { type Journal, journal } from "./store/journal.ts";
import { type Ledger, ledger } from "./store/ledger.ts";
import { type RunRows, runRows } from "./store/run-rows.ts";
import { type Steps, steps } from "./store/steps.ts";
import { type Slots, slots } from "./worker/slots.ts";

/** The topic that is woken when there is work for workers. */
export const workTopic = "runs.work";
/** The topic that is woken when a run is to be cancelled of which steps are under way. */
export const cancelTopic = "runs.cancel";

/** What all that moves runs is made of. */
export interface Engine {
  readonly parts: RunsParts;
  readonly attempts: Attempts;
  readonly steps: Steps;
  readonly rows: RunRows;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly plans: Plans;
  readonly slots: Slots;
}

const engines = new WeakMap<RunsParts, Engine>();

/** The engine of a domain's parts, which its service and its workers share. */
export function engineOf(parts: RunsParts): Engine {
  const known = engines.get(parts) ?? newEngine(parts);
  engines.set(parts, known);
  return known;
}

function newEngine(parts: RunsParts): Engine {
  const { core, contracts } = parts;
  const database = inSql(core.database);
  const stores = { attempts: attempts(database), steps: steps(database), rows: runRows(database), journal: journal(database, core.live) };
  return { parts, ...stores, ledger: ledger({ ...stores, core }), plans: plans(contracts.pipelines), slots: slots() };
}

function inSql(database: Database): SqlDatabase<RunsSqliteTables> {
  if (database.dialect === "memory") throw new Error("Runs need a database that is asked in SQL: SQLite or Postgres.");
  return database as SqlDatabase<RunsSqliteTables>;
}
