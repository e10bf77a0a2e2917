import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { RunLog, RunNews } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { insertRows } from "../../core/database/json-rows.ts";
import type { StreamEvent } from "../../core/http/operation.ts";
import { newId } from "../../core/ids/ids.ts";
import type { Live } from "../../core/live/live.ts";
import { ownedBy, ownedColumns } from "./owned.ts";

/** A line that a step logged, before it has its place in the journal. */
export type LogLine = Pick<RunLog, "level" | "message" | "at">;

/** A line that is to be appended. */
export interface NewLine {
  readonly runId: string;
  readonly sequence: number;
  readonly news: RunNews;
}

/** Lines that follow one another and are kept in one row, whose sequence number is that of the last. */
interface Stretch {
  readonly runId: string;
  readonly kind: "state" | "log";
  /** Whose log it is; "" for news of a run and its steps. */
  readonly step: string;
  readonly lines: NewLine[];
}

/** Of logs, whose lines may be long. */
const mostLogsInRow = 50;

export interface Journal {
  /** Appends to the journals of runs of the caller's organization, whose locks must be held: each line has a number of its own. */
  append(ctx: Context, lines: readonly NewLine[], at: string): Promise<void>;
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
    ...ownedColumns,
    run_id: "text",
    sequence: "integer",
    kind: "text",
    step: "text",
    body: "text",
  });
  const allAfter = database.statement((query, param: Placeholders<Span>) =>
    query
      .selectFrom("run_records")
      .select(["sequence", "body"])
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("sequence", ">", param.sequence)
      .orderBy("sequence")
      .limit(param.limit),
  );
  const logsOf = database.statement((query, param: Placeholders<Span>) =>
    query
      .selectFrom("run_records")
      .select(["sequence", "body"])
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
      .select(["sequence", "body"])
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .where("sequence", ">", param.sequence)
      .where("kind", "=", "log")
      .where("step", "=", param.step)
      .orderBy("sequence")
      .limit(param.limit),
  );

  return {
    async append(ctx, lines, at) {
      if (lines.length === 0) return;
      const rows = stretches(lines).map(({ runId, kind, step, lines }) => ({
        id: newId("rr"),
        ...ownedBy(ctx, at),
        run_id: runId,
        kind,
        step,
        sequence: lines.at(-1)?.sequence,
        body: JSON.stringify(lines.map(({ news }) => news)),
      }));
      await insertAll.run(ctx, { rows: JSON.stringify(rows) });
      const grown = new Set(lines.map(({ runId }) => runId));
      database.afterCommit(ctx, () => {
        for (const runId of grown) live.wake(journalTopic(runId));
      });
    },
    async after(ctx, runId, sequence, limit) {
      const rows = await allAfter.all(ctx, { organization: ctx.organization, runId, sequence, limit });
      return rows
        .flatMap(linesOf)
        .filter((line) => line.sequence > sequence)
        .map(({ sequence, news }) => ({ id: String(sequence), event: news.kind, data: news }));
    },
    async logsAfter(ctx, runId, sequence, limit, step) {
      const span = { organization: ctx.organization, runId, sequence, limit };
      const rows = await (step === undefined ? logsOf.all(ctx, span) : logsOfStep.all(ctx, { ...span, step }));
      return rows
        .flatMap(linesOf)
        .map(({ news }) => logOf(news))
        .filter((log) => log.sequence > sequence)
        .slice(0, limit);
    },
  };
}

/** Puts lines of one run that follow one another into one row: all news of a run and its steps, or the log of one step. */
function stretches(lines: readonly NewLine[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const line of lines) {
    const { runId, news } = line;
    const kind = news.kind === "log" ? "log" : "state";
    const step = news.kind === "log" ? news.log.step : "";
    const last = all.at(-1);
    const goesOn =
      last?.runId === runId && last.kind === kind && last.step === step && (kind === "state" || last.lines.length < mostLogsInRow);
    if (goesOn) last.lines.push(line);
    else all.push({ runId, kind, step, lines: [line] });
  }
  return all;
}

/** The lines of a row, numbered up to the row's number; what was written before rows held several is one. */
function linesOf({ sequence, body }: { readonly sequence: number; readonly body: string }): Pick<NewLine, "sequence" | "news">[] {
  const all = [JSON.parse(body) as RunNews | RunNews[]].flat();
  return all.map((news, index) => ({ sequence: sequence - all.length + index + 1, news }));
}

function logOf(news: RunNews): RunLog {
  if (news.kind !== "log") throw new Error("A line of the journal is not of the kind that its row says.");
  return news.log;
}
