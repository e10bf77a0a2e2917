import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Planning, type PlanningDatabase, type PlanningFixture, planningFixture, type Row, tenant } from "./fixture/planning.ts";

let fixture: PlanningFixture;
const as: PlanningFixture["as"] = (role, organization) => fixture.as(role, organization);

beforeAll(async () => {
  fixture = await planningFixture();
});
afterAll(() => fixture?.remove());

describe.for(["sqlite", "postgres", "memory"] as const)("time-outs on %s", (dialect) => {
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

  it("end a state that times out once, whoever looks, and not one that was left", async () => {
    const organization = tenant();
    const waiting: Row[] = [];
    for (let count = 0; count < 8; count++) {
      const { id } = await planning.taskIn(organization, "arch_reviewing");
      waiting.push(await planning.call(as("architect", organization), "approveDesignTask", id));
    }
    for (const row of waiting) expect(Date.parse(row.timesOutAt ?? "") - Date.now()).toBeGreaterThan(7_000_000);
    const [left] = waiting.splice(0, 1);
    await planning.call(as("qa", organization), "claimTestingTask", left?.id ?? "");
    const [deleted] = waiting.splice(0, 1);
    await planning.tasks.delete(as("qa", organization), deleted?.id ?? "");
    const other = dialect === "memory" ? undefined : await database.open();
    const timers = [planning.startTimeouts(), ...(other === undefined ? [planning.startTimeouts()] : [other.startTimeouts()])];
    const qa = as("qa", organization);
    const escalated = async () => {
      const all = await Promise.all(waiting.map(({ id }) => planning.history(qa, "Task", id)));
      return all.map((entries) => entries.filter(({ transition }) => transition === "escalate").length);
    };
    expect(await escalated()).toEqual(waiting.map(() => 0));
    for (const one of [planning, other]) one?.advance(7_200_000);
    await vi.waitFor(async () => expect(await escalated()).toEqual(waiting.map(() => 1)), { timeout: 40_000, interval: 20 });
    for (const one of [planning, other]) one?.advance(100 * 86_400_000);
    await new Promise((done) => setTimeout(done, 100));
    await Promise.all(timers.map((timer) => timer.stop()));
    expect(await escalated()).toEqual(waiting.map(() => 1));
    const [first] = waiting;
    expect((await planning.history(qa, "Task", first?.id ?? "")).at(-1)).toMatchObject({
      actorKind: "system",
      actor: "timeouts",
      from: "pending_qa",
      to: "pending_qa",
    });
    expect(await planning.tasks.find(qa, first?.id ?? "")).toMatchObject({ status: "pending_qa", timesOutAt: null });
    const told = [planning, other].flatMap((one) => one?.appended ?? []).filter(({ type }) => type === "planning.task.escalate");
    expect(
      told
        .map(({ aggregate }) => aggregate)
        .filter((id) => waiting.some((row) => row.id === id))
        .sort(),
    ).toEqual(waiting.map(({ id }) => id).sort());
    expect(await planning.history(qa, "Task", left?.id ?? "")).not.toContainEqual(expect.objectContaining({ transition: "escalate" }));
    expect(told.map(({ aggregate }) => aggregate)).not.toContain(deleted?.id);
    await other?.close();
  });
});
