import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type Entry,
  type Planning,
  type PlanningDatabase,
  type PlanningFixture,
  planningFixture,
  type Row,
  tenant,
} from "./fixture/planning.ts";
import { roles, storyStates, storyTable, type Row as TableRow, taskStates, taskTable } from "./fixture/planning-table.ts";

let fixture: PlanningFixture;
const as: PlanningFixture["as"] = (role, organization) => fixture.as(role, organization);

beforeAll(async () => {
  fixture = await planningFixture();
});
afterAll(() => fixture?.remove());

describe.for(["sqlite", "postgres", "memory"] as const)("state machines on %s", (dialect) => {
  let database: PlanningDatabase;
  let planning: Planning;
  beforeAll(async () => {
    database = await fixture.database(dialect);
    planning = await database.open();
  });
  afterAll(async () => {
    await planning?.close();
    await database?.remove();
  });

  it("are in the tables below as a whole: no state, transition or role is left out", async () => {
    expect([taskStates.length, Object.keys(taskTable).length, roles.length]).toEqual([15, 14, 5]);
    expect([storyStates.length, Object.keys(storyTable).length]).toEqual([13, 20]);
    const moves = Object.keys(planning.service).filter((name) => /^(?!get|list|create|update|delete|undelete).*(Task|Story)$/.test(name));
    expect(moves.toSorted()).toEqual([...Object.keys(taskTable), ...Object.keys(storyTable)].toSorted());
  });

  const machines = [
    ["Task", taskStates, taskTable, "taskIn"],
    ["Story", storyStates, storyTable, "storyIn"],
  ] as const;

  describe.for(machines)("every state, action and role of a %s", ([entity, states, table, make]) => {
    it.for(states)("from %s", async (state) => {
      const organization = tenant();
      const reader = as("developer", organization);
      let row = await planning[make](organization, state);
      for (const [operation, [from, to, allowed]] of Object.entries<TableRow>(table)) {
        for (const role of roles) {
          const outcome = await planning.call(as(role, organization), operation, row.id).then(
            (value) => ({ value }),
            (problem: { status: number; message: string }) => ({ problem }),
          );
          const where = `${operation} by ${role}`;
          if (!allowed.includes(role)) {
            expect(outcome, where).toMatchObject({ problem: { status: 403 } });
            expect("problem" in outcome && outcome.problem.message, where).toMatch(/openapi\/planning\.yaml:\d+ allows [a-z_, ]+\.$/);
          } else if (!from.includes(state)) {
            expect(outcome, where).toMatchObject({ problem: { status: 409 } });
            expect("problem" in outcome && outcome.problem.message, where).toContain(`in the state ${state}.`);
          } else {
            expect(outcome, where).toMatchObject({ value: { id: row.id, status: to ?? state } });
            expect((await planning.history(reader, entity, row.id)).at(-1), where).toMatchObject({ to: to ?? state });
            row = await planning[make](organization, state);
            continue;
          }
          const repository = entity === "Task" ? planning.tasks : planning.stories;
          expect(await repository.find(reader, row.id), where).toEqual(row);
          expect(await planning.history(reader, entity, row.id), where).toEqual([]);
        }
      }
    });
  });

  it("keep who did what, when, from where and with what, and name automatic transitions by their own names", async () => {
    const organization = tenant();
    const developer = as("developer", organization);
    const { id } = await planning.taskIn(organization, "implementing");
    const row = await planning.call(developer, "commitCodeTask", id);
    const entries = await planning.history(developer, "Task", id);
    expect(entries).toMatchObject([
      {
        ...{ transition: "commit_code", from: "implementing", to: "dev_completed", automatic: false, input: { commit: "0123abc" } },
        ...{ actor: "us-1111111111111111", actorKind: "user", version: row.version - 1 },
      },
      {
        ...{ transition: "request_review", from: "dev_completed", to: "pending_arch_review", automatic: true, input: null },
        ...{ actor: "us-1111111111111111", actorKind: "user", version: row.version },
      },
    ]);
    for (const { at } of entries) expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(planning.appended.filter(({ aggregate }) => aggregate === id).map(({ type, data }) => [type, data.status])).toEqual([
      ["planning.task.commitCode", "dev_completed"],
      ["planning.task.requestReview", "pending_arch_review"],
    ]);
    expect(JSON.stringify(planning.appended)).not.toContain('"note"');
  });

  it("page through a history, and show none of it to others", async () => {
    const organization = tenant();
    const { id } = await planning.taskIn(organization, "arch_reviewing");
    await planning.call(as("architect", organization), "approveDesignTask", id);
    const read = planning.service.getTaskHistory as unknown as (
      ctx: object,
      query: object,
    ) => Promise<{ items: Entry[]; nextCursor: string | null }>;
    const first = await read(as("qa", organization), { id, limit: 1 });
    expect(first.items.map(({ transition }) => transition)).toEqual(["approve_design"]);
    const second = await read(as("qa", organization), { id, limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ transition: "request_tests" }], nextCursor: null });
    const stranger = as("architect", tenant());
    await expect(read(stranger, { id })).rejects.toMatchObject({ status: 404 });
    await expect(planning.call(as("qa", tenant()), "claimTestingTask", id)).rejects.toMatchObject({ status: 404 });
  });

  it("let one of two who act at once win, and tell the other by a 412", async () => {
    const organization = tenant();
    const { id } = await planning.taskIn(organization, "todo");
    // Neither goes on before both have seen the task as it was.
    const { promise: seen, resolve: go } = Promise.withResolvers<void>();
    let readers = 0;
    const read = planning.tasks.find;
    const held = vi.spyOn(planning.tasks, "find").mockImplementation(async (ctx, wanted) => {
      const row = await read(ctx, wanted);
      if (++readers === 2) go();
      await seen;
      return row;
    });
    const both = await Promise.allSettled([
      planning.call(as("developer", organization), "claimTask", id),
      planning.call(as("system", organization), "assignTask", id),
    ]);
    held.mockRestore();
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 412 } });
    expect(await planning.history(as("qa", organization), "Task", id)).toHaveLength(1);
  });

  it.each([
    ["arch_rejected", "pending_arch_review", 1],
    ["arch_reviewing", "pending_qa", 2],
    ["qa_testing", "pending_po_approval", 24],
  ] as const)("going on from %s, they wait in %s for so many hours: %s", async (from, state, hours) => {
    const organization = tenant();
    const { id } = await planning.taskIn(organization, from);
    const before = Date.now();
    if (state === "pending_arch_review") await planning.call(as("developer", organization), "reviseCodeTask", id);
    const [role, move] = {
      pending_arch_review: ["developer", "commitCodeTask"],
      pending_qa: ["architect", "approveDesignTask"],
      pending_po_approval: ["qa", "approveTestsTask"],
    }[state];
    const row = await planning.call(as(role ?? "", organization), move ?? "", id);
    expect(row.status).toBe(state);
    const waits = Date.parse(row.timesOutAt ?? "") - before;
    expect(Math.abs(waits - hours * 3_600_000)).toBeLessThan(600_000);
  });

  it("honour the version that a caller has seen", async () => {
    const organization = tenant();
    const { id, version } = await planning.taskIn(organization, "todo");
    await expect(planning.call(as("developer", organization), "claimTask", id, version + 1)).rejects.toMatchObject({ status: 412 });
    expect(await planning.call(as("developer", organization), "claimTask", id, version)).toMatchObject({ version: version + 1 });
  });

  it("ask the guards, and pass on their sentence", async () => {
    const organization = tenant();
    const ctx = as("product_owner", organization);
    const row = await planning.stories.insert(ctx, { title: "Sell it", readiness: 79 });
    const planned = await planning.stories.move(ctx, row, "planned");
    await expect(planning.call(ctx, "releaseStory", row.id)).rejects.toMatchObject({ status: 409, message: "Its readiness is below 80." });
    expect(await planning.stories.find(ctx, row.id)).toEqual(planned);
    expect(await planning.history(ctx, "Story", row.id)).toEqual([]);
    const ready = await planning.stories.move(ctx, planned, "ready_for_planning");
    await expect(planning.call(as("architect", organization), "planStory", ready.id)).rejects.toMatchObject({
      message: "Plan its tasks first.",
    });
    await planning.tasks.insert(ctx, { title: "Build it", storyId: row.id });
    await expect(planning.call(as("architect", organization), "planStory", ready.id)).resolves.toMatchObject({ status: "planned" });
  });

  it("say what the caller may do now", async () => {
    const organization = tenant();
    const story = await planning.stories.insert(as("architect", organization), { title: "Sell it" });
    const choice = async (role: string) => {
      const found = await planning.service.getStoryTransitions?.(as(role, organization), { id: story.id });
      return (found as unknown as { transitions: { name: string; takesInput: boolean }[] }).transitions;
    };
    expect(await choice("qa")).toEqual([]);
    expect(await choice("architect")).toEqual([{ name: "submit", to: "po_review", takesInput: false }]);
    expect((await choice("product_owner")).map(({ name }) => name)).toEqual(["reset", "submit"]);
    await planning.stories.move(as("architect", organization), story, "ready_for_planning");
    // Its guard says no: it has no tasks.
    expect(await choice("architect")).toEqual([]);
  });

  it("write down who changed a row last, as every change does", async () => {
    const organization = tenant();
    const { id } = await planning.storyIn(organization, "draft");
    const product = fixture.as("product_owner", organization) as { actor: object };
    const row = await planning.call({ ...product, actor: { kind: "user", id: "us-eeeeeeeeeeeeeeee", session: "s" } }, "submitStory", id);
    expect(row).toMatchObject({ editor: "us-eeeeeeeeeeeeeeee" });
    expect(await planning.stories.find(product, id)).toEqual(row);
  });

  it("do not move what is deleted, nor a row that was deleted meanwhile", async () => {
    const organization = tenant();
    const ctx = as("developer", organization);
    const row = await planning.taskIn(organization, "todo");
    await planning.tasks.delete(ctx, row.id);
    await expect(planning.call(ctx, "claimTask", row.id)).rejects.toMatchObject({ status: 404 });
    await expect(planning.tasks.move(ctx, row, "implementing", null)).rejects.toMatchObject({ status: 412 });
  });

  it("begin in the initial state, and leave the state to transitions", async () => {
    const ctx = as("product_owner", tenant());
    const row = await planning.stories.insert(ctx, { title: "Sell it", status: "done" });
    expect(row).toMatchObject({ status: "draft" });
    const update = planning.service.updateStory as unknown as (ctx: object, id: string, patch: object) => Promise<Row>;
    expect(await update(ctx, row.id, { status: "done", title: "Give it away" })).toMatchObject({ status: "draft", title: "Give it away" });
  });
});
