import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { RunLog, RunNews } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { insertRows } from "../../core/database/json-rows.ts";
import { actorId } from "../../core/database/rows.ts";
import type { StreamEvent } from "../../core/http/operation.ts";
import { newId } from "../../core/ids/ids.ts";
import type { Live } from "../../core/live/live.ts";

/** A line that a step logged, before it has its place in the journal. */
export type LogLine = Pick<RunLog, "level" | "message" | "at">;

/** A line that is to be appended. */
export interface NewRecord {
  readonly runId: string;
  readonly sequence: number;
  /** "" for the run itself. */
  readonly step: string;
  readonly news: RunNews;
}

export interface Journal {
  /** Appends to the journals of runs of the caller's organization, whose locks must be held: each line has a number of its own. */
  append(ctx: Context, records: readonly NewRecord[], at: string): Promise<void>;
  /** What was written after a sequence number, the oldest first. */
  after(ctx: Context, runId: string, sequence: number, limit: number): Promise<readonly StreamEvent<RunNews>[]>;
  /** The same of logs only, of one step when told. */
  logsAfter(ctx: Context, runId: string, sequence: number, limit: number, step?: string): Promise<readonly RunLog[]>;
}

/** The topic that is woken when a run's journal has grown. */
export const journalTopic = (runId: string): string => `runs.${runId}`;

export function journal(database: SqlDatabase<RunsSqliteTables>, live: Live): Journal {
  type Span = { organization: string; runId: string; sequence: number; limit: number };

  const insertAll = insertRows(database, "run_records", {
    id: "text",
    organization_id: "text",
    created_by: "text",
    created_at: "time",
    updated_at: "time",
    version: "integer",
    run_id: "text",
    sequence: "integer",
    kind: "text",
    step: "text",
    body: "text",
  });
  const allAfter = database.statement((query, param: Placeholders<Span>) =>
    query
      .selectFrom("run_records")
      .select(["sequence", "kind", "body"])
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("sequence", ">", param.sequence)
      .orderBy("sequence")
      .limit(param.limit),
  );
  const logsOf = database.statement((query, param: Placeholders<Span>) =>
    query
      .selectFrom("run_records")
      .select("body")
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("sequence", ">", param.sequence)
      .where("kind", "=", "log")
      .orderBy("sequence")
      .limit(param.limit),
  );
  const logsOfStep = database.statement((query, param: Placeholders<Span & { step: string }>) =>
    query
      .selectFrom("run_records")
      .select("body")
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("sequence", ">", param.sequence)
      .where("kind", "=", "log")
      .where("step", "=", param.step)
      .orderBy("sequence")
      .limit(param.limit),
  );

  return {
    async append(ctx, records, at) {
      if (records.length === 0) return;
      const common = { organization_id: ctx.organization, created_by: actorId(ctx), created_at: at, updated_at: at, version: 1 };
      const rows = records.map(({ runId, sequence, step, news }) => ({
        id: newId("rr"),
        ...common,
        run_id: runId,
        sequence,
        kind: news.kind,
        step,
        body: JSON.stringify(news),
      }));
      await insertAll.run(ctx, { rows: JSON.stringify(rows) });
      const grown = new Set(records.map(({ runId }) => runId));
      database.afterCommit(ctx, () => {
        for (const runId of grown) live.wake(journalTopic(runId));
      });
    },
    async after(ctx, runId, sequence, limit) {
      const rows = await allAfter.all(ctx, { organization: ctx.organization, runId, sequence, limit });
      return rows.map((row) => ({ id: String(row.sequence), event: row.kind, data: JSON.parse(row.body) as RunNews }));
    },
    async logsAfter(ctx, runId, sequence, limit, step) {
      const span = { organization: ctx.organization, runId, sequence, limit };
      const rows = await (step === undefined ? logsOf.all(ctx, span) : logsOfStep.all(ctx, { ...span, step }));
      return rows.map((row) => logOf(JSON.parse(row.body) as RunNews));
    },
  };
}

function logOf(news: RunNews): RunLog {
  if (news.kind !== "log") throw new Error("A line of the journal is not of the kind that its row says.");
  return news.log;
}
