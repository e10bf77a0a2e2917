import type { RunRecordRepository } from "../../../generated/runs/repository.gen.ts";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { Run, RunId, RunLog, RunNews, StepState } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import type { StreamEvent } from "../../core/http/operation.ts";
import type { Live } from "../../core/live/live.ts";
import { storable } from "./payload.ts";

/** A line that a step logged, before it has its place in the journal. */
export type LogLine = Pick<RunLog, "level" | "message" | "at">;

/** Appends to the journal of one run. The run's lock must be held, so that each line gets a number of its own. */
export interface JournalPen {
  run(run: Run): Promise<void>;
  step(state: StepState): Promise<void>;
  logs(step: string, attempt: number, lines: readonly LogLine[]): Promise<void>;
}

export interface Journal {
  open(ctx: Context, runId: RunId): Promise<JournalPen>;
  /** What was written after a sequence number, the oldest first. */
  after(ctx: Context, runId: string, sequence: number, limit: number): Promise<readonly StreamEvent<RunNews>[]>;
  /** The same of logs only, of one step when told. */
  logsAfter(ctx: Context, runId: string, sequence: number, limit: number, step?: string): Promise<readonly RunLog[]>;
}

/** The topic that is woken when a run's journal has grown. */
export const journalTopic = (runId: string): string => `runs.${runId}`;

const maxLines = 1_000;
const maxMessage = 10_000;

export function journal(database: SqlDatabase<RunsSqliteTables>, records: RunRecordRepository, live: Live): Journal {
  type Span = { organization: string; runId: string; sequence: number; limit: number };

  const lastOf = database.statement((query, param: Placeholders<{ organization: string; runId: string }>) =>
    query
      .selectFrom("run_records")
      .select("sequence")
      .where("organization_id", "=", param.organization)
      .where("run_id", "=", param.runId)
      .orderBy("sequence", "desc")
      .limit(1),
  );
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
    async open(ctx, runId) {
      let sequence = (await lastOf.first(ctx, { organization: ctx.organization, runId }))?.sequence ?? 0;
      database.afterCommit(ctx, () => live.wake(journalTopic(runId)));

      async function append(step: string, newsAt: (sequence: number) => RunNews): Promise<void> {
        sequence += 1;
        const news = newsAt(sequence);
        await records.insert(ctx, { runId, sequence, kind: news.kind, step, body: JSON.stringify(news) });
      }

      return {
        run: (run) => append("", () => ({ kind: "run", run })),
        step: (state) => append(state.step, () => ({ kind: "step", step: state })),
        async logs(step, attempt, lines) {
          for (const { level, message, at } of lines.slice(0, maxLines)) {
            const log = { step, attempt, level, message: storable(message, maxMessage), at };
            await append(step, (sequence) => ({ kind: "log", log: { sequence, ...log } }));
          }
        },
      };
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
