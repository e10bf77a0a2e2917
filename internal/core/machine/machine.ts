import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Page, Timestamp } from "../database/lists.ts";
import { actorId, checkVersion, missing } from "../database/rows.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { problem } from "../problems/problem.ts";
import type { StateMachine, Transition, Verdict } from "./state-machine.ts";
import { type HistoryQuery, type TransitionRecord, transitionLog } from "./transition-log.ts";

/** A row that a machine moves. */
interface Moved {
  readonly id: string;
  readonly version: number;
}

/** What a machine needs of its entity and of the platform. */
export interface MachineParts<Row extends Moved, State extends string, Name extends string> {
  readonly database: Database;
  readonly now: () => Date;
  readonly rows: {
    find(ctx: Context, id: string): Eventual<Row | undefined>;
    /** The next version of the row, in this state; 412 when `before` is no longer its version. */
    move(ctx: Context, before: Row, state: State, timesOutAt: Timestamp | null): Promise<Row>;
  };
  /** Of rows whose state can time out: those that have, whoever they belong to, and since when each waits for it. */
  readonly timed?: {
    overdue(ctx: Context, until: Timestamp, limit: number): Promise<readonly Row[]>;
    timesOutAt(row: Row): Timestamp | null;
    organizationOf(row: Row): string;
  };
  readonly stateOf: (row: Row) => State;
  /** By transition; none lets everything through. */
  readonly guards: { readonly [In in Name]?: (ctx: Context, row: Row, input: never) => Verdict | Promise<Verdict> };
  /** The event of each transition. */
  readonly events: Readonly<Record<Name, (ctx: Context, row: Row) => Promise<void>>>;
}

/** What may be done with an entity now. */
export interface Possible<State extends string, Name extends string> {
  readonly state: State;
  readonly transitions: readonly { readonly name: Name; readonly to: State; readonly takesInput: boolean }[];
}

/** The transitions of one kind of entity. Each is a change of the row, a record and an event, all or none. */
export interface EntityMachine<Row, State extends string, Name extends string> {
  /**
   * Lets the caller do a transition, and what follows from it by itself; gives the row as it is then. 403 when no role of the caller
   * allows it, 404, 412 when `expected` is not the version or somebody else was faster, 409 when the state or the guard does not let it.
   */
  fire(ctx: Context, id: string, name: Name, input: unknown, expected?: number): Promise<Row>;
  /** The caller's choice in the row's state. A transition that takes input is among them whatever its guard will say. */
  possible(ctx: Context, id: string): Promise<Possible<State, Name>>;
  history(ctx: Context, id: string, query: HistoryQuery): Promise<Page<TransitionRecord<State, Name>>>;
}

/** A machine whose states time out. */
export interface TimedMachine<Row = unknown> {
  readonly entity: string;
  overdue(ctx: Context, until: Timestamp, limit: number): Promise<readonly Row[]>;
  organizationOf(row: Row): string;
  /** Ends the state of a row that has timed out. 412 when somebody else was faster. Puts it off when the guard says no. */
  timeOut(ctx: Context, row: Row): Promise<void>;
  /** Lets the row wait a while longer. */
  postpone(ctx: Context, row: Row, milliseconds: number): Promise<void>;
}

/** Puts a declared machine to work on the rows of its entity. */
export function machineOf<Row extends Moved, State extends string, Name extends string>(
  machine: StateMachine<State, Name>,
  parts: MachineParts<Row, State, Name>,
): EntityMachine<Row, State, Name> & TimedMachine<Row> {
  const { database, rows, timed, stateOf, events, now } = parts;
  const { entity } = machine;
  const log = transitionLog(database);
  const entries = Object.entries(machine.transitions) as [Name, Transition<State>][];
  const asked = entries.filter(([, transition]) => transition.automatic !== true);
  const automatic = entries.filter(([, transition]) => transition.automatic === true);
  const whose = (ctx: Context, id: string) => ({ entity: id, organization: machine.tenant ? ctx.organization : "" });

  async function existing(ctx: Context, id: string): Promise<Row> {
    const row = await rows.find(ctx, id);
    if (row === undefined) throw missing(entity, id);
    return row;
  }

  async function verdict(ctx: Context, name: Name, row: Row, input: unknown): Promise<Verdict> {
    // The operation has checked the input by the schema that the guard's type comes from.
    return (await parts.guards[name]?.(ctx, row, input as never)) ?? true;
  }

  /** When the state that a row comes into ends by itself. */
  function endOf(state: State): Timestamp | null {
    const timeout = machine.timeouts[state];
    return timeout === undefined ? null : new Date(now().getTime() + timeout.after).toISOString();
  }

  /** One step: the row, its record, its event. */
  async function step(ctx: Context, name: Name, before: Row, input: unknown, timesOutAt?: Timestamp | null): Promise<Row> {
    const transition = machine.transitions[name];
    const from = stateOf(before);
    const to = transition.to ?? from;
    const kept = timesOutAt === undefined ? (timed?.timesOutAt(before) ?? null) : timesOutAt;
    const row = await rows.move(ctx, before, to, to === from ? kept : endOf(to));
    await log.append(ctx, whose(ctx, row.id), {
      transition: name,
      from,
      to,
      input: input ?? null,
      automatic: transition.automatic === true,
      actorKind: ctx.actor.kind,
      actor: actorId(ctx) ?? "",
      at: now().toISOString(),
      version: row.version,
    });
    await events[name](ctx, row);
    return row;
  }

  /** What follows by itself; the generator has made sure that it ends. */
  async function settle(ctx: Context, start: Row): Promise<Row> {
    let row = start;
    for (;;) {
      const open: Name[] = [];
      for (const [name, { from }] of automatic) {
        if (from.includes(stateOf(row)) && (await verdict(ctx, name, row, undefined)) === true) open.push(name);
      }
      const [next, other] = open;
      if (next === undefined) return row;
      if (other !== undefined)
        throw new Error(`${entity} ${row.id} could go on by ${next} and by ${other}: their guards must exclude each other.`);
      row = await step(ctx, next, row, undefined);
    }
  }

  function refuseState(name: Name, row: Row): void {
    const state = stateOf(row);
    if (machine.transitions[name].from.includes(state)) return;
    const choice = asked.filter(([, { from }]) => from.includes(state)).map(([other]) => other);
    const left = choice.length === 0 ? "Nothing leads on from there." : `From there it goes on by: ${choice.join(", ")}.`;
    throw problem.conflict(`${name} is not possible: the ${entity} is in the state ${state}. ${left}`);
  }

  return {
    entity,

    async fire(ctx, id, name, input, expected) {
      const transition = machine.transitions[name];
      if (!allows(ctx, transition)) {
        throw problem.forbidden(
          `Your roles do not let you ${name} this ${entity}: ${transition.place} allows ${transition.allow.join(", ")}.`,
        );
      }
      // Read before the transaction opens: of two callers who saw the same version, one wins, and the other learns of it by a 412.
      const before = await existing(ctx, id);
      checkVersion(entity, before, expected);
      refuseState(name, before);
      return database.transact(ctx, async (ctx) => {
        const answer = await verdict(ctx, name, before, input);
        if (answer !== true) throw problem.conflict(answer);
        return settle(ctx, await step(ctx, name, before, input));
      });
    },

    async possible(ctx, id) {
      const row = await existing(ctx, id);
      const state = stateOf(row);
      const transitions: Possible<State, Name>["transitions"][number][] = [];
      for (const [name, transition] of asked) {
        if (!transition.from.includes(state) || !allows(ctx, transition)) continue;
        const takesInput = transition.takesInput === true;
        if (!takesInput && (await verdict(ctx, name, row, undefined)) !== true) continue;
        transitions.push({ name, to: transition.to ?? state, takesInput });
      }
      return { state, transitions };
    },

    async history(ctx, id, query) {
      await existing(ctx, id);
      return (await log.page(ctx, whose(ctx, id), query)) as Page<TransitionRecord<State, Name>>;
    },

    overdue: async (ctx, until, limit) => timed?.overdue(ctx, until, limit) ?? [],
    organizationOf: (row) => timed?.organizationOf(row) ?? "",

    async timeOut(ctx, row) {
      const timeout = machine.timeouts[stateOf(row)];
      if (timeout === undefined) return;
      await database.transact(ctx, async (ctx) => {
        if ((await verdict(ctx, timeout.transition, row, undefined)) === true) {
          // Once for each stay in the state, also when the transition does not leave it.
          await settle(ctx, await step(ctx, timeout.transition, row, undefined, null));
        } else await rows.move(ctx, row, stateOf(row), endOf(stateOf(row)));
      });
    },

    async postpone(ctx, row, milliseconds) {
      await rows.move(ctx, row, stateOf(row), new Date(now().getTime() + milliseconds).toISOString());
    },
  };
}

/** Whether a role of the caller is among those that the transition allows. A role of a token is never the platform's own. */
function allows(ctx: Context, { allow }: Transition): boolean {
  return ctx.actor.kind === "system" ? allow.includes("system") : allow.some((role) => role !== "system" && ctx.roles.includes(role));
}
