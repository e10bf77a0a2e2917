// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
import type { RunRecordRepository, RunRepository, RunStepRepository, StepAttemptRepository } from "./repository.gen.ts";
import {
  changedRun,
  changedRunStep,
  changedStepAttempt,
  newRun,
  newRunRecord,
  newRunStep,
  newStepAttempt,
  runList,
  runRecordList,
  runRecordUnique,
  runStepList,
  runStepUnique,
  stepAttemptList,
  stepAttemptUnique,
} from "./rows.gen.ts";
import type { Run, RunRecord, RunStep, StepAttempt } from "./types.gen.ts";

export function memoryRuns(db: MemoryDatabase): RunRepository {
  const table = db.table<Run>("Run", []);

  async function find(ctx: Context, id: string): Promise<Run | undefined> {
    const run = await table.get(ctx, id);
    return run?.organizationId === ctx.organization ? run : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Run> {
    const run = await find(ctx, id);
    if (run === undefined) throw missing("Run", id);
    return run;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, runList);
    },
    async insert(ctx, input) {
      const run = newRun(ctx, input);
      await table.insert(ctx, run);
      return run;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Run", before, expected);
        const run = changedRun(before, patch);
        await table.replace(ctx, run);
        return run;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const run = await existing(ctx, id);
        checkVersion("Run", run, expected);
        await table.remove(ctx, id);
        return run;
      }),
  };
}

export function memoryRunSteps(db: MemoryDatabase): RunStepRepository {
  const table = db.table<RunStep>("RunStep", runStepUnique);

  async function find(ctx: Context, id: string): Promise<RunStep | undefined> {
    const runStep = await table.get(ctx, id);
    return runStep?.organizationId === ctx.organization ? runStep : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<RunStep> {
    const runStep = await find(ctx, id);
    if (runStep === undefined) throw missing("RunStep", id);
    return runStep;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, runStepList);
    },
    async insert(ctx, input) {
      const runStep = newRunStep(ctx, input);
      await table.insert(ctx, runStep);
      return runStep;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("RunStep", before, expected);
        const runStep = changedRunStep(before, patch);
        await table.replace(ctx, runStep);
        return runStep;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const runStep = await existing(ctx, id);
        checkVersion("RunStep", runStep, expected);
        await table.remove(ctx, id);
        return runStep;
      }),
    async findStep(ctx, runId, step) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.runId === runId && row.step === step);
    },
    async listOfRun(ctx, runId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.runId === runId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryStepAttempts(db: MemoryDatabase): StepAttemptRepository {
  const table = db.table<StepAttempt>("StepAttempt", stepAttemptUnique);

  async function find(ctx: Context, id: string): Promise<StepAttempt | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<StepAttempt> {
    const stepAttempt = await find(ctx, id);
    if (stepAttempt === undefined) throw missing("StepAttempt", id);
    return stepAttempt;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, stepAttemptList);
    },
    async insert(ctx, input) {
      const stepAttempt = newStepAttempt(input);
      await table.insert(ctx, stepAttempt);
      return stepAttempt;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("StepAttempt", before, expected);
        const stepAttempt = changedStepAttempt(before, patch);
        await table.replace(ctx, stepAttempt);
        return stepAttempt;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const stepAttempt = await existing(ctx, id);
        checkVersion("StepAttempt", stepAttempt, expected);
        await table.remove(ctx, id);
        return stepAttempt;
      }),
  };
}

export function memoryRunRecords(db: MemoryDatabase): RunRecordRepository {
  const table = db.table<RunRecord>("RunRecord", runRecordUnique);

  async function find(ctx: Context, id: string): Promise<RunRecord | undefined> {
    const runRecord = await table.get(ctx, id);
    return runRecord?.organizationId === ctx.organization ? runRecord : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<RunRecord> {
    const runRecord = await find(ctx, id);
    if (runRecord === undefined) throw missing("RunRecord", id);
    return runRecord;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, runRecordList);
    },
    async insert(ctx, input) {
      const runRecord = newRunRecord(ctx, input);
      await table.insert(ctx, runRecord);
      return runRecord;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const runRecord = await existing(ctx, id);
        checkVersion("RunRecord", runRecord, expected);
        await table.remove(ctx, id);
        return runRecord;
      }),
  };
}
